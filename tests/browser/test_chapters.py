"""Every chapter in JupyterLab as a learner opens it: it runs, its explorers follow, axe finds nothing of ours."""

import pytest
from lab import PANEL, open_notebook, run_all, sticking_out, violations
from playwright.sync_api import expect

from relmark_helpers.course import CHAPTERS


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
    """What stands in the page: the picture's address, move and alternative text, and the sentence."""
    return explorer.evaluate("""root => {
      const image = root.querySelector('.relmark-now img');
      return { address: image.src, alternative: image.alt, move: Number(image.dataset.move),
               says: root.querySelector('.relmark-now figcaption').textContent };
    }""")


def watch(explorer):
    """From now on note each time the picture's box is lower than its picture, or without one."""
    explorer.evaluate("""root => {
      const box = root.querySelector('.relmark-now');
      const least = box.querySelector('img').getBoundingClientRect().height;
      root.relmarkGone = [];
      root.relmarkWatch = new MutationObserver(() => {
        const picture = box.querySelector('img');
        if (!picture?.complete || !picture.naturalWidth || box.getBoundingClientRect().height < least - 1)
          root.relmarkGone.push([box.getBoundingClientRect().height, least, picture?.alt]);
      });
      root.relmarkWatch.observe(box, { childList: true, subtree: true, attributes: true });
    }""")


def flicker(explorer):
    """What was noted since ``watch``."""
    return explorer.evaluate("root => { root.relmarkWatch.disconnect(); return root.relmarkGone; }")


def settle(page, explorer, move):
    """Until a later move than this one has its picture, drawn sharp as it is when a lever rests."""
    page.wait_for_function(
        """([root, move]) => {
          const image = root.querySelector('.relmark-now img');
          return Number(image.dataset.move) > move && image.naturalWidth > 1.5 * image.width;
        }""",
        arg=[explorer.element_handle(), move],
    )


def expect_another(page, explorer, before):
    settle(page, explorer, before["move"])
    after = shown(explorer)
    assert after["address"] != before["address"]
    assert after["alternative"] == after["says"] != before["says"]
    return after


def reset(page, explorer, start):
    before = shown(explorer)
    explorer.get_by_role("button", name="Reset").click()
    settle(page, explorer, before["move"])
    assert shown(explorer)["says"] == start["says"]


def drag(page, slider, share):
    """Take hold of a lever's handle and pull it past one of its ends."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    at, last = int(slider.input_value()), int(slider.get_attribute("max"))
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * at / last, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * share + (20 if share else -20), middle, steps=8)
    page.mouse.up()


def test_every_cell_runs_without_an_error(chapter):
    assert chapter.locator(f"{PANEL} [data-mime-type='application/vnd.jupyter.error']").count() == 0
    assert chapter.locator(f"{PANEL} [data-mime-type='application/vnd.jupyter.stderr']").count() == 0


def go_to_both_ends(page, move):
    """Each explorer's first lever: one is as another to the widget; all ends are drawn in test_explorers.py."""
    for explorer in explorers(page):
        start = shown(explorer)
        watch(explorer)
        for slider in explorer.get_by_role("slider").all()[:1]:
            ends = slider.get_attribute("min"), slider.get_attribute("max")
            here = slider.input_value()
            for end in reversed(ends) if here == ends[0] else ends:
                if slider.input_value() == end:
                    continue
                before, words = shown(explorer), slider.get_attribute("aria-valuetext")
                move(page, slider, ends.index(end))
                expect(slider).to_have_value(end)
                expect(slider).not_to_have_attribute("aria-valuetext", words)
                expect_another(page, explorer, before)
            reset(page, explorer, start)
        assert flicker(explorer) == []


def press(page, slider, share):
    """Send a lever to one of its ends by its key."""
    slider.focus()
    page.keyboard.press("End" if share else "Home")


def test_an_explorers_first_lever_goes_to_both_ends_by_keyboard_and_picture_and_sentence_follow(chapter):
    go_to_both_ends(chapter, press)


@pytest.mark.parametrize("chapter", ["04_satisfaction"], indirect=True)
def test_and_by_mouse(chapter):
    go_to_both_ends(chapter, drag)


def test_tab_goes_through_all_controls_in_reading_order_and_shows_where_it_is(chapter):
    controls = """() => {
      const panel = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden)');
      const all = panel.querySelectorAll('.jp-OutputArea :is(input, select, button, summary, a[href], [tabindex="0"])');
      // A group of radio buttons is one stop.
      return [...all].filter((each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0).map((each) =>
        each.type === 'radio' ? each.name : (each.relmarkStop ??= String(Math.random())));
    }"""
    at = """() => {
      const here = document.activeElement, look = getComputedStyle(here), { top, bottom } = here.getBoundingClientRect();
      const seen = bottom > 0 && top < innerHeight && (look.outlineStyle !== 'none' || look.boxShadow !== 'none');
      const inside = here.closest('.jp-OutputArea') !== null;
      return { stop: here.type === 'radio' ? here.name : here.relmarkStop, seen, inside, what: here.outerHTML.slice(0, 120) };
    }"""
    due = list(dict.fromkeys(chapter.evaluate(controls)))
    chapter.evaluate("""() => {
      const notebook = window.jupyterapp.shell.currentWidget.content;
      notebook.activeCellIndex = 0;
      notebook.mode = 'command';
      notebook.activeCell.node.focus();
    }""")
    reached, unseen = [], []
    for _ in range(3 * len(due)):
        chapter.keyboard.press("Tab")
        here = chapter.evaluate(at)
        if here["inside"]:
            reached.append(here["stop"])
            unseen += [] if here["seen"] else [here["what"]]
        elif reached == due:
            break
    assert reached == due
    assert unseen == []


def test_every_choice_is_drawn(chapter):
    for explorer in explorers(chapter):
        start = shown(explorer)
        for choice in explorer.get_by_role("combobox").all():
            first = choice.input_value()
            others = [option.get_attribute("value") for option in choice.get_by_role("option").all()]
            for other in others:
                if other != first:
                    before = shown(explorer)
                    choice.select_option(other)
                    expect_another(chapter, explorer, before)
            reset(chapter, explorer, start)


def test_every_explorer_compares_with_where_one_was(chapter):
    for explorer in explorers(chapter):
        start, was = shown(explorer), explorer.locator(".relmark-before")
        compare = explorer.get_by_role("button", name="Compare with where I was")
        for slider in explorer.get_by_role("slider").all()[:1]:
            slider.focus()
            chapter.keyboard.press("End" if slider.input_value() != slider.get_attribute("max") else "Home")
            after = expect_another(chapter, explorer, start)
            compare.click()
            expect(was.locator("img")).to_have_attribute("alt", start["says"])
            expect(was.locator("figcaption")).to_contain_text(f"Where you were. {start['says']}")
            assert shown(explorer) == after
            compare.click()
            expect(was).to_be_hidden()
            reset(chapter, explorer, start)


def test_axe_finds_nothing_that_our_content_causes(chapter):
    chapter.wait_for_timeout(500)
    assert violations(chapter) == []


def test_nothing_asks_the_outside_and_the_console_has_no_complaint_of_ours(chapter, address):
    outside = [url for url in chapter.asked if not url.startswith((address[0], "data:", "blob:"))]
    assert outside == []
    assert [
        text for text in chapter.said if "relmark" in text or "anywidget" in text or "blob:" in text
    ] == []


@pytest.mark.parametrize("width", [720, 360])  # 720 is 1440 at 200 %
def test_in_a_narrow_window_nothing_of_ours_sticks_out(chapter, width):
    assert sticking_out(chapter, width) == []
