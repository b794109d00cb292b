"""A process of grading that is started, not forked: the way of Windows, macOS and containers.

``python -P -m relmark_helpers.classroom.grade.kernel.fresh``: the first message on standard input says what
to become.
"""

from __future__ import annotations

import os
import sys

from relmark_helpers.classroom.grade.kernel import child
from relmark_helpers.classroom.grade.kernel.channel import Channel, PipeEnds


def main() -> None:
    """Begin, with the channel moved off standard input and output."""
    reading, writing = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for end in (reading, writing):
            msvcrt.setmode(end, os.O_BINARY)
    channel = Channel(PipeEnds(reading, writing, ahead=False))
    request, _ = channel.receive()
    child.begin(channel, request)


if __name__ == "__main__":
    main()
