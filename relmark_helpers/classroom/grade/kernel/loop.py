"""The event loop in which a notebook's cells run."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import Any

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


async def run_cell(shell: Any, source: str) -> None:
    """Run a cell in the loop, as a kernel does.

    Examples
    --------
    >>> asyncio.iscoroutinefunction(run_cell)
    True
    """
    transformed, wrong, result = source, None, None
    try:
        transformed = shell.transform_cell(source)
    except Exception:
        wrong = sys.exc_info()
    try:
        result = await shell.run_cell_async(
            source, store_history=True, transformed_cell=transformed, preprocessing_exc_tuple=wrong
        )
    finally:
        shell.events.trigger("post_execute")
        shell.events.trigger("post_run_cell", result)
