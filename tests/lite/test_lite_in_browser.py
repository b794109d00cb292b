"""The course in Chromium, served by a plain file server: it runs, its explorers move, a learner's work is kept.

One visit (`conftest.py`) serves all: each test looks at what it brought home.
"""

import json

import pytest

from relmark_helpers.company.engine import simulate

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_the_start_page_leads_to_every_chapter_and_fits_wide_and_narrow(visit):
    assert {width: page["overflows"] for width, page in visit["start"].items()} == {
        "1440": False,
        "420": False,
    }
    assert [page["violations"] for page in visit["start"].values()] == [[], []]
    assert visit["dead links"] == []
    assert {link.split("/index.html")[0] for link in visit["start"]["1440"]["links"]} == {"lab", "tree"}
    assert {link.split("/index.html")[0] for link in visit["start"]["420"]["links"]} == {"notebooks", "tree"}


def test_chapter_04_runs_from_top_to_bottom(visit, record_property):
    cells = visit["cells"]
    assert [cell["id"] for cell in cells if not cell["execution_count"]] == []
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert [each for each in outputs if each["output_type"] == "error" or each.get("name") == "stderr"] == []
    assert sum("text/html" in each.get("data", {}) for each in outputs) >= 20
    record_property("in the browser, seconds to the first result", round(visit["seconds to first result"]))
    record_property("in the browser, seconds to the last result", round(visit["seconds to last result"]))


def test_its_explorer_moves(visit, record_property):
    before, after = visit["explorer"]
    assert before["image"] != after["image"]
    assert before["sentence"] != after["sentence"]
    record_property(
        "in the browser, milliseconds of a lever's move", round(1000 * visit["seconds of a move"])
    )


def test_nothing_is_asked_of_the_outside(visit):
    outside = [url for url in visit["asked"] if not url.startswith((visit["address"], "data:", "blob:"))]
    assert len(visit["asked"]) > 50
    assert outside == []


def test_what_cannot_run_says_so_and_where_it_can(visit):
    there = (
        "go on with the next cell, or run this one with `make lab` on your computer or on your class's Hub"
    )
    assert visit["said"]["import relmark_helpers as rm; rm.connect()"] == (
        f'rm.connect needs DuckDB, which is not installed here; {there}, or use rm.load("orders") and the like.'
    )
    assert visit["said"]["import duckdb"] == f"This site has no duckdb; {there}."
    assert visit["said"]["import nbgrader"] == (
        "Nothing is graded in the browser; download this notebook from the list of files and hand it in."
    )


def test_checks_work(visit):
    (answered,) = (answer for code, answer in visit["said"].items() if "rm.check" in code)
    assert answered.strip() == "Task 3: ✓ Right."


def test_the_company_is_the_same_where_places_in_memory_have_32_bits(visit):
    assert visit["said"]["import numpy; numpy.intp().itemsize * 8"] == "32"
    (there,) = (answer for code, answer in visit["said"].items() if "simulate" in code)
    assert there == simulate(customers=200, months=6).summary.to_csv().strip()


def test_work_is_kept_between_visits_and_can_be_downloaded(visit):
    assert "mine = 7" in visit["found again"]
    assert visit["recalled"] == visit["predicted"]
    for name, text in visit["downloads"]:  # by the menu, and by the list of files
        assert name.endswith("04_satisfaction.ipynb")  # the menu puts the folder before it
        cells = json.loads(text)["cells"]
        assert any("mine = 7" in "".join(cell["source"]) for cell in cells)
