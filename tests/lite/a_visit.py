"""One learner's visit to the site: everything that the tests look at, brought home as plain data."""

import re
import time

from axe_playwright_python.sync_playwright import Axe

CHAPTER = "chapters/04_satisfaction.ipynb"
IN_FRONT = "window.jupyterapp.shell.currentWidget"
CODE_CELLS = f"{IN_FRONT}.content.model.sharedModel.toJSON().cells.filter(cell => cell.cell_type === 'code')"
SAYS = (
    "import relmark_helpers as rm; rm.connect()",
    "import duckdb",
    "import nbgrader",
    'case = rm.case("00", student="li.na"); rm.check(case, "3", case.orders["customer_id"].nunique())',
    "from relmark_helpers.company.engine import simulate; print(simulate(customers=200, months=6).summary.to_csv())",
    "import numpy; numpy.intp().itemsize * 8",
)
RECALL = 'from relmark_helpers.notebook import progress; print(progress.recall("prediction", "4.1"))'
PATIENCE = 300_000  # milliseconds; a machine may be busy


def visit(browser, address):
    """Come, run chapter 04, move its explorer, ask, write; come again on a narrow screen, and download."""
    brought = {"address": address, "asked": []}
    with browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True) as visitor:
        visitor.set_default_timeout(PATIENCE)
        visitor.on("request", lambda request: brought["asked"].append(request.url))
        page = visitor.new_page()
        brought["start"] = {width: _start(page, address, width) for width in (420, 1440)}
        links = brought["start"][1440]["links"]
        files = [f"files/{link.split('path=')[1]}" if "path=" in link else link for link in links]
        brought["dead links"] = [file for file in files if not page.request.get(f"{address}/{file}").ok]

        start = time.monotonic()
        page.locator(f"a[href$='{CHAPTER}']").click()
        _wait_for_python(page)
        brought["seconds to first result"] = _run_all(page) - start
        brought["seconds to last result"] = time.monotonic() - start
        brought["cells"] = page.evaluate(CODE_CELLS)
        brought |= _move(page.locator(".relmark-explorer").first)
        brought["predicted"] = _predict(page.locator(".relmark-choice").first)
        brought["said"] = {code: _said(page, code) for code in SAYS}
        # A save under way would call the notebook kept without what is written meanwhile.
        page.wait_for_function(f"!{IN_FRONT}.context.model.dirty")
        page.locator(".jp-CodeCell .cm-content").first.click()
        page.keyboard.press("Control+End")
        page.keyboard.type("\nmine = 7")
        page.wait_for_function(f"!{IN_FRONT}.context.model.dirty")  # nobody saves: that is done by itself
        page.close()

        page = visitor.new_page()
        page.set_viewport_size({"width": 420, "height": 900})
        page.goto(f"{address}/notebooks/index.html?path={CHAPTER}")
        first = page.locator(".jp-CodeCell .cm-content").first
        first.locator(".cm-line").first.wait_for()
        brought["found again"] = first.text_content()
        _wait_for_python(page)
        brought["recalled"] = _said(page, RECALL)
        page.get_by_role("menuitem", name="File", exact=True).click()
        brought["downloads"] = [_download(page, page.get_by_role("menuitem", name="Download", exact=True))]
        page.goto(f"{address}/tree/index.html")
        page.locator(".jp-DirListing-item", has_text="chapters").dblclick()
        page.locator(".jp-DirListing-item", has_text="04_satisfaction").click()
        brought["downloads"].append(_download(page, page.get_by_text("Download", exact=True)))
    return brought


def _start(page, address, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    links = page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
    return {
        "overflows": page.evaluate("document.documentElement.scrollWidth > innerWidth"),
        "links": links,
        "violations": [each["id"] for each in Axe().run(page).response["violations"]],
    }


def _download(page, button):
    with page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, waiting.value.path().read_text(encoding="utf-8")


def _wait_for_python(page):
    # The page shows an idle kernel before there is one.
    page.wait_for_function(
        """() => {
          const context = window.jupyterapp?.shell?.currentWidget?.sessionContext;
          return context?.isReady && context.session?.kernel?.status === "idle";
        }"""
    )


def _run_all(page):
    """Run every cell, and again if JupyterLab skipped one (it sometimes does after opening); when a result came."""
    running = f"{IN_FRONT}.content.widgets.some(cell => cell.model.executionState === 'running')"
    first = None
    for _ in range(3):
        page.evaluate("void window.jupyterapp.commands.execute('notebook:run-all-cells')")
        page.wait_for_function(f"{CODE_CELLS}.some(cell => cell.outputs.length)", polling=100)
        first = first or time.monotonic()
        page.wait_for_function(f"!{running}", polling=500)
        if page.evaluate(f"{CODE_CELLS}.every(cell => cell.execution_count)"):
            break
    return first


def _move(explorer):
    explorer.scroll_into_view_if_needed()
    image, sentence = explorer.locator(".relmark-now img"), explorer.locator(".relmark-now figcaption")
    image.wait_for()
    states = [{"image": image.get_attribute("src"), "sentence": sentence.text_content()}]
    start = time.monotonic()
    explorer.get_by_role("slider").first.press("End")
    explorer.page.wait_for_function(
        "([figure, says]) => figure.querySelector('figcaption').textContent !== says",
        arg=[explorer.locator(".relmark-now").element_handle(), states[0]["sentence"]],
        polling=20,
    )
    seconds = time.monotonic() - start
    states.append({"image": image.get_attribute("src"), "sentence": sentence.text_content()})
    return {"explorer": states, "seconds of a move": seconds}


def _predict(asked):
    """Choose the second answer; which that is, once it is kept."""
    asked.get_by_role("radio").nth(1).check()
    asked.get_by_role("status").filter(has_text=re.compile("^Kept")).first.wait_for()
    return asked.locator("label").nth(1).text_content()


def _said(page, code):
    """What a cell says: its text, or the sentence of its error."""
    page.evaluate(
        f"""code => {{
          window.answer = undefined;
          const future = {IN_FRONT}.sessionContext.session.kernel.requestExecute({{ code }});
          let text = '';
          future.onIOPub = ({{ content }}) => {{
            text += content.text ?? content.data?.['text/plain'] ?? content.traceback?.join('\\n') ?? '';
          }};
          future.done.then(() => {{ window.answer = {{ text }}; }});
        }}""",
        code,
    )
    page.wait_for_function("window.answer")  # it is patient only so long, as an evaluation is not
    return page.evaluate("window.answer.text").strip()
