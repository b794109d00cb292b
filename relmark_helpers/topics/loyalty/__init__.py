"""Chapter 06, loyalty: what it is, what drives it, how it grows by stages, and why satisfied customers leave."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
