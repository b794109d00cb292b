"""One package for each chapter: the idea as functions, its pictures, its explorers, its exercise."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
