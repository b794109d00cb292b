"""Grading a class: submission → intake → run → judge → record → report, a file for each step.

``batch`` is the way through them; ``plan`` knows what was released; ``work`` is one submission's way between two
processes; ``fanout`` says where that happens; ``sandbox`` holds a student's process in, ``kernel`` holds the
processes, ``values`` the plain data that goes between them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
