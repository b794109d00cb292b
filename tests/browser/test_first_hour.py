"""A newcomer's first hour: the course opens, chapter 00, chapter 04, its assignment, and the check of it."""

import re
import subprocess
import sys

import nbformat
import pytest
from lab import PANEL, REPOSITORY, lab, run_all, wait_for_kernel, write
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

ASSIGNMENT = "04_satisfaction"
MARK = re.compile(r"^### (BEGIN|END) SOLUTION\n?", re.MULTILINE)


def shown(page, heading):
    """The notebook in front has this heading, and its kernel is there."""
    expect(page.locator(PANEL).get_by_role("heading", name=heading, level=1)).to_be_visible(timeout=60_000)
    wait_for_kernel(page)


def follow(page, link):
    link = page.locator(PANEL).get_by_role("link", name=link)
    link.scroll_into_view_if_needed()
    link.click()


def check(page, folder):
    """What `relmark check 04` says of the notebook as it is in front."""
    page.keyboard.press("Control+S")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    command = [sys.executable, "-m", "relmark_helpers.cli", "check", "04"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout


def test_from_the_start_to_a_checked_assignment(browser, tmp_path):
    folder, home = tmp_path / "course", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    solution = nbformat.read(REPOSITORY / "solutions" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", 4)
    answers = {
        cell.id: MARK.sub("", cell.source)
        for cell in solution.cells
        if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code"
    }
    with lab(folder, home) as (base, token):
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        page.goto(f"{base}/?token={token}")
        shown(page, "0 Start here")
        run_all(page)
        lever = page.locator(f"{PANEL} .relmark-explorer").first.get_by_role("slider").first
        lever.focus()
        page.keyboard.press("End")

        page.get_by_role("region", name="File Browser").get_by_text("04_satisfaction.ipynb").dblclick()
        shown(page, "4 Satisfaction")
        run_all(page)
        follow(page, "assignment 04")
        shown(page, "Assignment 4")
        cells = nbformat.read(folder / "exercises" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", 4).cells
        write(page, 1, cells[1].source.replace('STUDENT_ID = ""', 'STUDENT_ID = "lin"'))
        run_all(page)
        assert "0 of 14 checks are right." in check(page, folder)

        for number, cell in enumerate(cells):
            if cell.id in answers:
                write(page, number, answers[cell.id])
        run_all(page)
        assert "14 of 14 checks are right." in check(page, folder)
        page.close()
