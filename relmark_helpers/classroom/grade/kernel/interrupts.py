"""Ctrl-C reaches a student's own code and nothing else: no message half sent, no process that only waits.

Without this an interrupt that comes a moment late, when the cell has just ended, would end the process, and
with it all that the notebook has computed.
"""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator

ONLY = {signal.SIGINT}
CAN_WAIT = hasattr(signal, "pthread_sigmask")  # Windows has none, and there no interrupt is sent


def hold() -> None:
    """Have interrupts wait from now on.

    Examples
    --------
    >>> before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    >>> hold()
    >>> signal.SIGINT in signal.pthread_sigmask(signal.SIG_SETMASK, before)
    True
    """
    if CAN_WAIT:
        signal.pthread_sigmask(signal.SIG_BLOCK, ONLY)


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Have interrupts wait until something is done."""
    if not CAN_WAIT:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ONLY)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def allowed() -> Iterator[None]:
    """Let interrupts through while something runs; one that was meant for what ran before is forgotten."""
    if not CAN_WAIT:
        yield
        return
    while signal.SIGINT in signal.sigpending():
        signal.sigwait(ONLY)
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ONLY)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_BLOCK, ONLY)
