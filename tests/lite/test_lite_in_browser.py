"""The course in Chromium, served by a plain file server: it runs, its explorers move, a learner's work is kept."""

import json
import statistics
import time

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.slow, pytest.mark.browser]
CURRENT = "window.jupyterapp.shell.currentWidget"


def opened(visitor, address, name):
    """A notebook, as it opens from the start page."""
    page = visitor.new_page()
    page.goto(f"{address}/lab/index.html?path={name}")
    page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for(timeout=60_000)
    return page


def wait_for_python(page):
    page.wait_for_function(f"{CURRENT}.sessionContext.session?.kernel?.status === 'idle'", timeout=180_000)


def code_cells(page):
    cells = page.evaluate(f"{CURRENT}.content.model.sharedModel.toJSON().cells")
    return [cell for cell in cells if cell["cell_type"] == "code"]


def wait_for_results(page, how_many):
    page.wait_for_function(
        f"""count => {CURRENT}.content.model.sharedModel.toJSON().cells
          .filter(cell => cell.cell_type === 'code' && cell.execution_count).length >= count""",
        arg=how_many,
        timeout=180_000,
        polling=100,
    )


def said(page, code):
    """What a cell says: its text, or the sentence of its error."""
    return page.evaluate(
        f"""async code => {{
          const future = {CURRENT}.sessionContext.session.kernel.requestExecute({{ code }});
          let text = '';
          future.onIOPub = ({{ content }}) => {{
            text += content.text ?? content.data?.['text/plain'] ?? content.traceback?.join('\\n') ?? '';
          }};
          const late = new Promise(resolve => setTimeout(resolve, 60_000, "no answer in a minute"));
          return await Promise.race([future.done.then(() => text), late]);
        }}""",
        code,
    )


@pytest.fixture(scope="module")
def chapter_04(browser, address):
    """Chapter 04, run from top to bottom, with every request it made and the seconds to its first result."""
    with browser.new_context(viewport={"width": 1440, "height": 1000}) as visitor:
        asked = []
        visitor.on("request", lambda request: asked.append(request.url))
        start = time.monotonic()
        page = opened(visitor, address, "chapters/04_satisfaction.ipynb")
        page.asked = asked
        wait_for_python(page)
        page.evaluate("void window.jupyterapp.commands.execute('notebook:run-all-cells')")
        wait_for_results(page, 3)
        page.first_result = time.monotonic() - start
        wait_for_results(page, len(code_cells(page)))
        page.all_results = time.monotonic() - start
        yield page


def test_chapter_04_runs_from_top_to_bottom(chapter_04, record_property):
    cells = code_cells(chapter_04)
    assert [cell["id"] for cell in cells if not cell["execution_count"]] == []
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert [each for each in outputs if each["output_type"] == "error" or each.get("name") == "stderr"] == []
    assert sum("text/html" in each.get("data", {}) for each in outputs) >= 20
    record_property("in the browser, seconds to the first result", round(chapter_04.first_result))
    record_property("in the browser, seconds to the last result", round(chapter_04.all_results))


def test_its_explorer_moves(chapter_04, record_property):
    explorer = chapter_04.locator(".relmark-explorer").first
    explorer.scroll_into_view_if_needed()
    image, sentence = explorer.locator(".relmark-now img"), explorer.locator(".relmark-now figcaption")
    before, says = image.get_attribute("src"), sentence.text_content()
    slider, seconds = explorer.get_by_role("slider").first, []
    chapter_04.wait_for_timeout(1500)  # JupyterLab lays out what has come into the window
    slider.focus()
    for key in ("ArrowRight", "ArrowLeft") * 5:
        move, start = image.get_attribute("data-move"), time.monotonic()
        chapter_04.keyboard.press(key)
        expect(image).not_to_have_attribute("data-move", move, timeout=20_000)
        seconds.append(time.monotonic() - start)
        chapter_04.wait_for_timeout(1000)  # until it is drawn sharp
    chapter_04.keyboard.press("End")
    expect(sentence).not_to_have_text(says)
    assert image.get_attribute("src") != before
    record_property(
        "in the browser, milliseconds of a lever's move, median", round(1000 * statistics.median(seconds))
    )


def test_nothing_is_asked_of_the_outside(chapter_04, address):
    assert [url for url in chapter_04.asked if not url.startswith((address, "data:", "blob:"))] == []


def test_what_cannot_run_says_so_and_where_it_can(chapter_04):
    assert said(chapter_04, "import relmark_helpers as rm; rm.connect()") == (
        "rm.connect needs DuckDB, which is not installed here; run this cell with `make lab` on your computer or on "
        'your class\'s Hub, or use rm.load("orders") and the like.'
    )
    assert said(chapter_04, "import duckdb") == (
        "This site has no duckdb; run this cell with `make lab` on your computer or on your class's Hub."
    )
    assert said(chapter_04, "import nbgrader") == (
        "Nothing is graded in the browser; right-click this notebook in the list of files, choose Download, and hand it in."
    )


def test_checks_work(chapter_04):
    answered = said(
        chapter_04,
        'case = rm.case("00", student="li.na"); rm.check(case, "3", case.orders["customer_id"].nunique())',
    )
    assert answered.strip() == "Task 3: ✓ Right."


def test_work_is_kept_between_visits_and_can_be_downloaded(visitor, address):
    name = "exercises/00_start_here/00_start_here.ipynb"
    page = opened(visitor, address, name)
    page.locator(".jp-CodeCell .cm-content").nth(2).click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nmine = 7")
    # nobody saves: that is done by itself
    page.wait_for_function(f"!{CURRENT}.context.model.dirty", timeout=30_000)
    page.close()

    page = opened(visitor, address, name)
    expect(page.locator(".jp-CodeCell").nth(2)).to_contain_text("mine = 7")
    with page.expect_download() as waiting:
        page.locator(".jp-DirListing-item", has_text="00_start_here").click(button="right")
        page.get_by_role("menuitem", name="Download", exact=True).click()
    assert waiting.value.suggested_filename == "00_start_here.ipynb"
    notebook = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert any("mine = 7" in "".join(cell["source"]) for cell in notebook["cells"])


def test_the_start_page_leads_to_every_chapter(visitor, address):
    page = visitor.new_page()
    page.goto(address)
    for width in (1440, 420):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for link in page.get_by_role("link").all():
        path = link.get_attribute("href").split("path=")[1]
        assert page.request.get(f"{address}/files/{path}").ok
