"""Complaints as functions: who speaks up and returns, recovery and its truth, justice, staffing, talk, triage, alarm."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
