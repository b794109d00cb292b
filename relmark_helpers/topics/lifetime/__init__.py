"""Chapter 07, loyalty economics: how long customers stay, what they are worth, and who brings the profit."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
