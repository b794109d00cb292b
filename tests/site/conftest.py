"""The site, built once for all workers of the suite, and a Chromium that reaches nothing outside."""

import importlib.util
import subprocess
import sys

import pytest
import sites
from filelock import FileLock
from sample_course import CHECKOUT

BUILD = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--jobs", "auto"]


def build(folder):
    """Run what `make site` runs, into another folder; gives what was said."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    places = ["--conf-dir", CHECKOUT / "docs" / "site", "--doctree-dir", folder / "doctrees"]
    done = subprocess.run(
        [*BUILD, *places, folder / "pages", folder / "site"], cwd=CHECKOUT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id):
    """The folder of the build."""
    if not all(map(importlib.util.find_spec, ("sphinx", "myst_nb", "sphinx_book_theme", "jieba"))):
        sites.absent("These tests need what builds the site: make install, or pip install -e '.[site]'")
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "course-site"
    with FileLock(f"{folder}.lock"):
        if not (folder / "whole").exists():
            build(folder)
            (folder / "whole").touch()
    return folder


@pytest.fixture
def built_again(built):
    """What a second build says."""
    return build(built)


@pytest.fixture(scope="session")
def site(built):
    """The site's folder."""
    return built / "site"


@pytest.fixture(scope="session")
def served(site):
    """The site's address on this computer."""
    with sites.served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium):
    """A Chromium that reaches nothing but this computer."""
    browser = chromium(sites.NOTHING_OUTSIDE)
    yield browser
    browser.close()


@pytest.fixture
def page(browser):
    """A page that remembers what it asked for and what its console said."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    page.close()
