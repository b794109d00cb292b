"""The page as a whole: what axe finds, what the console says, and what is left when the kernel is gone."""

import pytest
from lab import open_notebook, run_all, violations
from playwright.sync_api import expect


@pytest.mark.parametrize("unfolded", [False, True])
def test_axe_finds_nothing_in_what_cells_show(page, unfolded):
    if unfolded:
        page.get_by_role("button", name="Show the numbers").click()
        page.get_by_role("button", name="Compare with where I was").click()
        page.locator("details summary").first.click()
    page.wait_for_timeout(300)
    assert violations(page) == []


def test_text_is_readable_in_both_themes(page):
    # axe is asked in the light theme; computed colours are read in both.
    script = """() => [...document.querySelectorAll('.relmark-explorer, .relmark-choice')]
      .flatMap((root) => [...root.querySelectorAll('p, label, output, span, button, select, figcaption, legend')])
      .filter((element) => element.textContent.trim() && element.getClientRects().length)
      .map((element) => {
        let under = element, back;
        do { back = getComputedStyle(under).backgroundColor; under = under.parentElement; }
        while (under && /rgba\\(.*, 0\\)|transparent/.test(back));
        return [getComputedStyle(element).color, back, element.className || element.tagName];
      })"""

    def luminance(colour, behind=None):
        channels = [float(part) for part in colour[colour.index("(") + 1 : -1].split(",")]
        if len(channels) == 4 and behind is not None:
            channels = [
                channels[3] * c + (1 - channels[3]) * b for c, b in zip(channels[:3], behind, strict=True)
            ]
        channels = channels[:3]
        straight = [
            c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels
        ]
        return 0.2126 * straight[0] + 0.7152 * straight[1] + 0.0722 * straight[2], channels

    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        page.evaluate(
            "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
        )
        page.wait_for_timeout(1500)
        pairs = page.evaluate(script)
        assert len(pairs) > 20
        for colour, back, name in pairs:
            dark, behind = luminance(back)
            light, _ = luminance(colour, behind)
            high, low = max(light, dark), min(light, dark)
            assert (high + 0.05) / (low + 0.05) >= 4.5, (theme, name, colour, back)


def test_the_console_has_no_complaint_of_ours(page):
    assert [text for text in page.said if "relmark" in text or "anywidget" in text or "blob:" in text] == []


def test_after_a_restart_the_explorer_says_what_to_do_and_answers_are_still_there(page, address):
    predicted = page.get_by_role("group", name="Which lever moves most?")
    predicted.get_by_role("radio").nth(1).check()
    expect(predicted.get_by_role("status")).to_contain_text("Kept.")
    page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    page.wait_for_timeout(1500)
    page.get_by_role("slider", name="Price").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Waiting for Python. If this stays, run this cell again.")).to_be_visible(
        timeout=8000
    )
    expect(page.get_by_role("img", name="Ten pieces make 180 CNY shop.").first).to_be_visible()
    assert page.said == []
    open_notebook(page, address, "notebook.ipynb")
    run_all(page)
    page.locator(".relmark-explorer img").wait_for()
    expect(predicted.get_by_role("radio").nth(1)).to_be_checked()


def test_the_address_leads_to_the_start_and_nothing_is_asked_of_the_outside(browser, address):
    base, token = address
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}/?token={token}")
    page.locator(".jp-NotebookPanel").wait_for(timeout=60_000)
    expect(page.get_by_role("heading", name="0 Start here · 从这里开始")).to_be_visible(timeout=60_000)
    page.wait_for_timeout(3000)  # news and updates are looked for a moment after the start
    assert page.get_by_text("official Jupyter news").count() == 0
    assert len(asked) > 20
    assert [url for url in asked if not url.startswith((base, "data:", "blob:"))] == []
    page.close()
