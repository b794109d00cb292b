"""Every chapter in JupyterLab as a learner opens it: it runs, its explorers follow, axe finds nothing of ours."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from lab import PANEL, open_notebook, run_all
from playwright.sync_api import expect

from relmark_helpers.course import CHAPTERS

# JupyterLab's own frame has findings of its own; ours is what stands in cells, text and outputs.
OURS = {"include": [[f"{PANEL} .jp-Cell-outputArea"], [f"{PANEL} .jp-RenderedMarkdown"]]}


@pytest.fixture(scope="module", params=[chapter.name for chapter in CHAPTERS])
def chapter(request, browser, address):
    """A chapter's page with every cell run, and what its console and the network said."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.said, page.asked = [], []
    page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    open_notebook(page, address, f"chapters/{request.param}.ipynb")
    page.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")
    run_all(page)
    page.locator(".relmark-explorer img").first.wait_for()
    yield page
    page.close()


def explorers(page):
    """Each explorer, scrolled into view: JupyterLab does not lay out what is outside the window."""
    found = page.locator(f"{PANEL} .relmark-explorer")
    for number in range(found.count()):
        found.nth(number).scroll_into_view_if_needed()
        page.wait_for_timeout(300)
        yield found.nth(number)


def shown(explorer):
    """The picture's address and alternative text, and the sentence."""
    image = explorer.locator(".relmark-now img")
    says = explorer.locator(".relmark-now figcaption").text_content()
    return image.get_attribute("src"), image.get_attribute("alt"), says


def expect_another(explorer, before):
    expect(explorer.locator(".relmark-now img")).not_to_have_attribute("alt", before[1])
    expect(explorer.locator(".relmark-now figcaption")).not_to_have_text(before[2])
    address, alternative, says = shown(explorer)
    assert address != before[0]
    assert alternative == says


def reset(explorer, before):
    explorer.get_by_role("button", name="Reset").click()
    expect(explorer.locator(".relmark-now figcaption")).to_have_text(before[2])


def test_every_cell_runs_without_an_error(chapter):
    assert chapter.locator(f"{PANEL} [data-mime-type='application/vnd.jupyter.error']").count() == 0
    assert chapter.locator(f"{PANEL} [data-mime-type='application/vnd.jupyter.stderr']").count() == 0


def test_a_lever_moved_by_mouse_takes_picture_and_sentence_along(chapter):
    for explorer in explorers(chapter):
        for slider in explorer.get_by_role("slider").all()[:1]:
            before = shown(explorer)
            slider.scroll_into_view_if_needed()
            box = slider.bounding_box()
            chapter.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            chapter.mouse.down()
            chapter.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2, steps=8)
            chapter.mouse.up()
            chapter.wait_for_timeout(700)
            expect_another(explorer, before)
            reset(explorer, before)


def test_every_lever_moves_by_keyboard_and_says_its_value(chapter):
    for explorer in explorers(chapter):
        before = shown(explorer)
        for slider in explorer.get_by_role("slider").all():
            words = slider.get_attribute("aria-valuetext")
            slider.focus()
            at_the_end = slider.input_value() == slider.get_attribute("max")
            chapter.keyboard.press("ArrowLeft" if at_the_end else "ArrowRight")
            expect(slider).not_to_have_attribute("aria-valuetext", words)
            chapter.wait_for_timeout(700)
            expect_another(explorer, before)
            reset(explorer, before)
        for choice in explorer.get_by_role("combobox").all():
            choice.focus()
            at_the_end = choice.evaluate("element => element.selectedIndex === element.options.length - 1")
            chapter.keyboard.press("ArrowUp" if at_the_end else "ArrowDown")
            chapter.wait_for_timeout(700)
            expect_another(explorer, before)
            reset(explorer, before)


def test_axe_finds_nothing_that_our_content_causes(chapter):
    chapter.wait_for_timeout(500)
    found = Axe().run(chapter, context=OURS).response["violations"]
    assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found] == []


def test_nothing_asks_the_outside_and_the_console_has_no_complaint_of_ours(chapter, address):
    outside = [url for url in chapter.asked if not url.startswith((address[0], "data:", "blob:"))]
    assert outside == []
    assert [
        text for text in chapter.said if "relmark" in text or "anywidget" in text or "blob:" in text
    ] == []


def test_in_a_narrow_window_nothing_of_ours_sticks_out(chapter):
    chapter.set_viewport_size({"width": 420, "height": 900})
    chapter.wait_for_timeout(800)
    roots = chapter.locator(f"{PANEL} .relmark-explorer, {PANEL} .relmark-choice")
    for number in range(roots.count()):
        root = roots.nth(number)
        root.scroll_into_view_if_needed()
        chapter.wait_for_timeout(200)
        assert root.evaluate("element => element.scrollWidth <= element.clientWidth + 1")
    chapter.set_viewport_size({"width": 1440, "height": 1000})
