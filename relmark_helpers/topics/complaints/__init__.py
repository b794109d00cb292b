"""Chapter 10, complaints: who speaks up, what recovery gives back, how a desk is staffed, and how stories travel."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
