"""What the tests of both sites share: the one to read, and the one that runs in the browser."""

import functools
import http.server
import os
import threading
from contextlib import contextmanager

import pytest

NOTHING_OUTSIDE = [
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def absent(says):
    """What a test needs is not there: a mistake in CI, a pity elsewhere."""
    if os.environ.get("CI"):
        pytest.fail(says)
    pytest.skip(says)


@contextmanager
def served(folder):
    """A site's address on this computer."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    serve = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
