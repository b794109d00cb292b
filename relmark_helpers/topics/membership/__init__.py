"""Chapter 11, membership marketing: bonds, points, what is owed, tiers, and whether a programme pays."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
