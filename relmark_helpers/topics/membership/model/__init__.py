"""Membership as functions: programmes and bonds, the ledger, the liability, tiers, rewards, and the effect."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
