"""A notebook in a real JupyterLab and Chromium, run once for all tests of this folder."""

import pytest
from lab import CHROMIUM_FLAGS, lab, open_notebook, run_all, write_notebook

EXPLORER = """
import numpy as np, pandas as pd
from relmark_helpers import style
from relmark_helpers.notebook.explorer import Choice, Lever, View, explorer

@explorer(
    title="Sales of a day",
    question="What do price and pieces make?",
    levers=[
        Lever("price", "Price", 20, span=(0, 100), unit="CNY"),
        Lever("off", "Discount", 0.1, span=(0.0, 0.5), step=0.01, format="percent"),
        Choice("where", "Channel", "shop", options={"shop": "In the shop", "app": "In the app"}),
    ],
)
def sales(price, off, where):
    if price == 99:
        raise ValueError("too dear")
    figure = style.figure()
    axes = figure.subplots()
    axes.plot(np.arange(11), np.arange(11) * price * (1 - off))
    axes.set(xlim=(0, 10), ylim=(0, 1000), xlabel="Pieces 件", ylabel="Sales")
    total = 10 * price * (1 - off)
    return View(figure, f"Ten pieces make {total:.0f} CNY {where}.", pd.DataFrame({"pieces": [10], "sales": [total]}))
"""
CELLS = [
    EXPLORER,
    "sales()",
    'import relmark_helpers as rm\nrm.predict("4.2", "Which lever moves most?", options=["Price", "Discount", "Channel"])',
    'rm.quiz("04")',
    'rm.predict("4.2")',
    'view = sales.view()\nrm.show(view.figure, view.says, view.table)',
    'import os, resource\nprint("MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)',
]  # fmt: skip


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(chromium):
    browser = chromium(CHROMIUM_FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """A running JupyterLab on a course folder with one notebook."""
    folder, home = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("home")
    write_notebook(folder / "notebook.ipynb", *CELLS)
    with lab(folder, home) as address:
        yield address


@pytest.fixture(scope="session")
def opened(browser, address):
    """The page, with every cell run, and what its console said."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.said = []

    def keep(text):
        # `make install` puts what `make lite` needs into the same Python, and JupyterLab says that it cannot use it.
        if "@jupyterlite/" not in text:
            page.said.append(text)

    page.on("console", lambda message: keep(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: keep(str(error)))
    open_notebook(page, address, "notebook.ipynb")
    run_all(page)
    page.locator(".relmark-explorer img").wait_for()
    return page


@pytest.fixture
def page(opened):
    """The same page, wide, with the explorer at its defaults and nothing unfolded."""
    opened.set_viewport_size({"width": 1440, "height": 1000})
    for name in ("Hide the numbers", "Compare with where I was"):
        button = opened.locator(".relmark-explorer button", has_text=name)
        if button.count() and button.get_attribute("aria-pressed") != "false":
            button.click()
    opened.get_by_role("button", name="Reset").click()
    opened.wait_for_function(
        "() => document.querySelector('.relmark-now figcaption').textContent === 'Ten pieces make 180 CNY shop.'"
    )
    return opened
