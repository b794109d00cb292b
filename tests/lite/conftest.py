"""The course for the browser, built once for all workers of the suite, and a Chromium that reaches nothing outside."""

import functools
import http.server
import importlib.util
import os
import threading

import distribution
import pytest
from filelock import FileLock


def absent(says):
    """What a test needs is not there: a mistake in CI, a pity elsewhere."""
    if os.environ.get("CI"):
        pytest.fail(says)
    pytest.skip(says)


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id):
    """A folder with the distribution in ``pyodide``, the site in ``site``, and what the build said in ``said``."""
    if importlib.util.find_spec("jupyterlite_core") is None:
        absent("These tests need what builds the site: make install, or pip install -e '.[lite]'")
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "course-lite"
    with FileLock(f"{folder}.lock"):
        if not (folder / "said").exists():
            folder.mkdir()
            if problem := distribution.make(folder):
                absent(
                    f"These tests need a Pyodide from the package index, which gave none: {problem[-300:]}"
                )
            done = distribution.build(folder / "site", folder / "pyodide")
            assert done.returncode == 0, done.stderr
            (folder / "said").write_text(done.stdout)
    return folder


@pytest.fixture(scope="session")
def address(built):
    """The site's address on this computer."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    serve = functools.partial(Quiet, directory=built / "site")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser(chromium):
    """A Chromium that reaches nothing but this computer."""
    browser = chromium(
        [
            "--disable-gpu",
            "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ]
    )
    yield browser
    browser.close()


@pytest.fixture
def visitor(browser):
    """A browser of one's own: what it keeps is there as long as the test."""
    with browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True) as context:
        yield context
