"""Loyalty as functions: index, drivers and their shares, grid, ladder, leaving, and markets to compare with."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
