"""Every assignment in JupyterLab as a learner finds it, with an id written in and nothing answered yet."""

import nbformat
import pytest
from lab import PANEL, REPOSITORY, open_notebook, run_all, sticking_out, violations, write
from playwright.sync_api import expect

from relmark_helpers.course import CHAPTERS


@pytest.fixture(scope="module", params=[chapter.name for chapter in CHAPTERS])
def assignment(request, browser, address):
    """An assignment's page with every cell run."""
    name = f"exercises/{request.param}/{request.param}.ipynb"
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.code = [cell.source for cell in nbformat.read(REPOSITORY / name, 4).cells]
    open_notebook(page, address, name)
    page.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")
    write(page, 1, page.code[1].replace('STUDENT_ID = ""', 'STUDENT_ID = "lin"'))
    run_all(page)
    yield page
    page.close()


def test_the_case_is_drawn_and_every_check_waits_for_an_answer(assignment):
    said = assignment.locator(f"{PANEL} .jp-OutputArea")
    expect(said.filter(has_text="for lin")).to_have_count(1)
    checks = sum(source.startswith("rm.check(") for source in assignment.code)
    # A cell has its number before the page has drawn what it said.
    expect(said.filter(has_text="○ Not answered yet")).to_have_count(checks, timeout=60_000)


def test_axe_finds_nothing_that_our_content_causes(assignment):
    assert violations(assignment) == []


@pytest.mark.parametrize("width", [720, 360])  # 720 is 1440 at 200 %
def test_in_a_narrow_window_nothing_of_ours_sticks_out(assignment, width):
    assert sticking_out(assignment, width) == []
