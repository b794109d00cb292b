"""The event loop in which a notebook's cells run."""

from __future__ import annotations

import asyncio
import os

_LOOPS: dict[int, asyncio.AbstractEventLoop] = {}


def event_loop() -> asyncio.AbstractEventLoop:
    """Give the event loop of this process: a task that one cell creates can be awaited in the next, as in a kernel.

    Examples
    --------
    >>> event_loop() is event_loop()
    True
    """
    if os.getpid() not in _LOOPS:
        _LOOPS.clear()  # that of the process which this one was forked from is not ours
        _LOOPS[os.getpid()] = asyncio.new_event_loop()
    return _LOOPS[os.getpid()]
