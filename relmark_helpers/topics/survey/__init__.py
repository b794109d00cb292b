"""Chapter 05, measuring satisfaction: indicators and their error, scales, who answers, what matters, the mix."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
