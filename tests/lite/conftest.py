"""The course for the browser, built once for all workers of the suite, and a Chromium that reaches nothing outside."""

import importlib.util
import json

import a_visit
import distribution
import pytest
import sites
from filelock import FileLock


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
        sites.absent("These tests need what builds the site: make install, or pip install -e '.[test]'")
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
    with sites.served(built / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium):
    """A Chromium that reaches nothing but this computer."""
    browser = chromium(sites.NOTHING_OUTSIDE)
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
