"""Measuring satisfaction as functions: indicators, scales, SERVQUAL, Kano, drivers, weights, raters, the mix."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
