"""The ideas of chapter 07 as pure functions: churn, value, survival, five points, concentration, share, referrals."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
