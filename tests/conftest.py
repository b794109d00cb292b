"""What tests of several floors share."""

import shutil

import pytest
import sites
from sample_course import build_course


def pytest_terminal_summary(terminalreporter):
    """What tests measured, by whichever worker."""
    for report in terminalreporter.stats.get("passed", []):
        for what, value in report.user_properties:
            terminalreporter.write_line(f"{what}: {value}")


@pytest.fixture
def course(tmp_path):
    """A small course of one chapter, whole and right, whose exercise is not yet released."""
    folder = tmp_path / "course"
    folder.mkdir()
    return build_course(folder)


@pytest.fixture(scope="session")
def chromium():
    """Launch a Chromium with some flags; one Playwright serves all, for a process can hold no second."""
    playwright = pytest.importorskip("playwright.sync_api")
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        sites.absent("These tests need Chromium; on Debian: apt install chromium")
    with playwright.sync_playwright() as driver:
        yield lambda flags: driver.chromium.launch(executable_path=found, args=flags)
