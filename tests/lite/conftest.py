"""The course for the browser, built once for all workers of the suite, and a Chromium that reaches nothing outside."""

import functools
import http.server
import importlib.util
import json
import os
import threading

import a_visit
import distribution
import pytest
from filelock import FileLock


def absent(says):
    """What a test needs is not there: a mistake in CI, a pity elsewhere."""
    if os.environ.get("CI"):
        pytest.fail(says)
    pytest.skip(says)


@pytest.fixture(scope="session")
def shared(tmp_path_factory, worker_id):
    """A folder that all workers of the suite see."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "course-lite"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def built(shared):
    """A folder with the distribution in ``pyodide``, the site in ``site``, and what the build said in ``said``."""
    if not all(map(importlib.util.find_spec, ("jupyterlite_core", distribution.CARRIER))):
        absent("These tests need what builds the site: make install, or pip install -e '.[test]'")
    with FileLock(shared / "build.lock"):
        if not (shared / "said").exists():
            distribution.make(shared / "pyodide")
            done = distribution.build(shared / "site", shared / "pyodide")
            assert done.returncode == 0, done.stderr
            (shared / "said").write_text(done.stdout)
    return shared


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


@pytest.fixture(scope="session")
def visit(built, request):
    """What one visit to the site brought home; it is paid once."""
    record = built / "visit.json"
    with FileLock(built / "visit.lock"):
        if not record.exists():
            browser, address = map(request.getfixturevalue, ("browser", "address"))
            record.write_text(json.dumps(a_visit.visit(browser, address)))
    return json.loads(record.read_text())
