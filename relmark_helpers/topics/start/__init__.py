"""Chapter 00, start here: the company's tables, a first explorer, and who can be recognised in them."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
