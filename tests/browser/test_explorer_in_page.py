"""An explorer as a person meets it: by mouse, by keyboard, by ear, on a wide and on a narrow screen."""

import pytest
from playwright.sync_api import expect


def price(page):
    return page.get_by_role("slider", name="Price")


def sentence(page):
    return page.locator(".relmark-now figcaption")


def settle(page):
    """Until the last move is drawn sharp."""
    page.wait_for_timeout(300)
    page.wait_for_function(
        """() => { const image = document.querySelector('.relmark-now img');
                   return image.naturalWidth === 2 * Number(image.getAttribute('width')); }"""
    )
    page.wait_for_timeout(100)


def drag(page, slider, start, end, steps, pause=16):
    """With the mouse from one share of the slider's length to another; still pressed at the end."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    at = [box["x"] + 8 + (box["width"] - 16) * share for share in (start, end)]
    middle = box["y"] + box["height"] / 2
    page.mouse.move(at[0], middle)
    page.mouse.down()
    for step in range(steps + 1):
        page.mouse.move(at[0] + (at[1] - at[0]) * step / steps, middle)
        page.wait_for_timeout(pause)


def test_picture_and_sentence_follow_the_mouse(page):
    before = page.locator(".relmark-now img").get_attribute("src")
    drag(page, price(page), 0.2, 0.5, 20)
    page.mouse.up()
    settle(page)
    value = int(price(page).input_value())
    assert 45 <= value <= 55
    expect(sentence(page)).to_have_text(f"Ten pieces make {value * 9} CNY shop.")  # 10 pieces less 10 %
    image = page.locator(".relmark-now img")
    expect(image).to_have_attribute("alt", f"Ten pieces make {value * 9} CNY shop.")
    assert image.get_attribute("src") != before


def test_everything_works_from_the_keyboard(page):
    price(page).focus()
    for key in ("ArrowRight", "ArrowUp", "ArrowRight"):
        page.keyboard.press(key)
    expect(sentence(page)).to_have_text("Ten pieces make 207 CNY shop.")  # 23 CNY
    page.keyboard.press("Home")
    expect(sentence(page)).to_have_text("Ten pieces make 0 CNY shop.")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("PageUp")
    value = int(price(page).input_value())
    expect(sentence(page)).to_have_text(f"Ten pieces make {value * 10 * 0.91:.0f} CNY shop.")
    page.get_by_role("combobox", name="Channel").focus()
    page.keyboard.press("ArrowDown")
    expect(sentence(page)).to_contain_text("CNY app.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Reset")).to_be_focused()
    page.keyboard.press("Enter")
    expect(sentence(page)).to_have_text("Ten pieces make 180 CNY shop.")
    assert page.locator(".jp-CodeCell").count() == 7  # no key went to the notebook


def test_a_lever_says_its_value_in_words(page):
    off = page.get_by_role("slider", name="Discount")
    expect(off).to_have_attribute("aria-valuetext", "10 percent")
    expect(price(page)).to_have_attribute("aria-valuetext", "20 CNY")
    off.focus()
    page.keyboard.press("ArrowRight")
    expect(off).to_have_attribute("aria-valuetext", "11 percent")
    expect(page.locator(".relmark-lever output").nth(1)).to_have_text("11 %")


def test_a_sentence_is_said_once_and_only_at_rest(page):
    page.evaluate("""() => {
      window.relmarkSaid = [];
      const live = document.querySelector('.relmark-said');
      new MutationObserver(() => window.relmarkSaid.push(live.textContent))
        .observe(live, { childList: true, characterData: true, subtree: true });
    }""")
    drag(page, price(page), 0.2, 0.8, 40)
    page.mouse.up()
    settle(page)
    final = sentence(page).text_content()
    assert page.evaluate("window.relmarkSaid") == [final]
    price(page).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    settle(page)
    assert page.evaluate("window.relmarkSaid") == [final]


def test_compare_keeps_where_i_was_until_pressed_again(page):
    compare = page.get_by_role("button", name="Compare with where I was")
    before = page.locator(".relmark-before")
    price(page).focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    settle(page)
    compare.click()
    expect(compare).to_have_attribute("aria-pressed", "true")
    expect(before).to_contain_text("Ten pieces make 180 CNY shop.")
    expect(before).to_contain_text("Price: 20 CNY; Discount: 10 %; Channel: In the shop")
    expect(before.locator("img")).to_have_attribute("alt", "Ten pieces make 180 CNY shop.")
    expect(sentence(page)).to_have_text("Ten pieces make 225 CNY shop.")
    price(page).focus()
    page.keyboard.press("ArrowRight")
    expect(sentence(page)).to_have_text("Ten pieces make 234 CNY shop.")
    expect(before).to_contain_text("Ten pieces make 180 CNY shop.")
    assert before.locator("img").evaluate("image => image.naturalWidth > 0")
    compare.click()
    expect(before).to_be_hidden()
    expect(compare).to_have_attribute("aria-pressed", "false")


def test_compare_before_any_move_keeps_what_is_shown(page):
    price(page).focus()  # taking hold without moving is no move
    compare = page.get_by_role("button", name="Compare with where I was")
    compare.click()
    expect(page.locator(".relmark-before")).to_contain_text("Ten pieces make 180 CNY shop.")
    compare.click()


def test_numbers_unfold_and_follow(page):
    page.get_by_role("button", name="Show the numbers").click()
    button = page.get_by_role("button", name="Hide the numbers")
    expect(button).to_have_attribute("aria-expanded", "true")
    region = page.get_by_role("group", name="The numbers behind the picture").first
    expect(region.locator("td")).to_have_text(["180"])
    price(page).focus()
    page.keyboard.press("ArrowRight")
    expect(region.locator("td")).to_have_text(["189"])
    button.click()
    expect(page.locator(".relmark-numbers")).to_be_hidden()


def test_a_mistake_is_a_sentence_and_the_picture_stays(page):
    price(page).focus()
    page.keyboard.press("End")
    expect(sentence(page)).to_have_text("Ten pieces make 900 CNY shop.")
    page.keyboard.press("ArrowLeft")
    expect(sentence(page)).to_have_text("This could not be drawn (ValueError: too dear).")
    assert page.locator(".relmark-now img").evaluate("image => image.naturalWidth > 0")
    page.keyboard.press("ArrowLeft")
    expect(sentence(page)).to_have_text("Ten pieces make 882 CNY shop.")


def test_latest_move_wins_and_those_without_time_are_dropped(page):
    drawn = "() => Number(document.querySelector('.relmark-now img').dataset.move)"
    page.evaluate("""() => {
      window.relmarkDrawn = 0;
      new MutationObserver(() => { window.relmarkDrawn += 1; })
        .observe(document.querySelector('.relmark-now'), { childList: true });
    }""")
    page.wait_for_timeout(1000)  # until the reset before this test is drawn, which has a number too
    before = page.evaluate(drawn)
    page.evaluate("""() => {  // two hundred moves faster than any person or kernel
      const slider = document.querySelector('.relmark-explorer input');
      for (let place = 0; place <= 200; place += 1) {
        slider.value = place % 2 ? 30 : 40;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }""")
    expect(sentence(page)).to_have_text("Ten pieces make 360 CNY shop.")
    settle(page)
    assert page.evaluate(drawn) - before == 202  # each move has its number; the last is the one at rest
    assert page.evaluate("window.relmarkDrawn") <= 5
    expect(price(page)).to_have_value("40")


def test_the_pictures_box_never_collapses_nor_is_empty(page):
    page.evaluate("""() => {
      window.relmarkBoxes = [];
      const look = () => {
        if (!window.relmarkBoxes) return;
        const image = document.querySelector('.relmark-now img');
        const box = image.getBoundingClientRect();
        window.relmarkBoxes.push([Math.round(box.width), Math.round(box.height), image.complete && image.naturalWidth > 0]);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }""")
    drag(page, price(page), 0.1, 0.9, 60)
    page.mouse.up()
    settle(page)
    boxes = page.evaluate(
        "() => { const boxes = window.relmarkBoxes; window.relmarkBoxes = null; return boxes; }"
    )
    assert len(boxes) > 20
    assert {tuple(box) for box in boxes} == {(614, 360, True)}


def test_nothing_grows_over_five_hundred_moves(page):
    def run_last_cell():
        cell = page.locator(".jp-CodeCell").last
        cell.locator(".cm-content").click()
        page.keyboard.press("Control+Enter")
        page.wait_for_timeout(500)
        return int(cell.locator(".jp-OutputArea-output").inner_text().split()[1])

    def count():
        return page.evaluate("""() => [document.querySelectorAll('.jp-NotebookPanel *').length,
          document.querySelectorAll('.jp-OutputArea-child').length]""")

    def heap():
        session = page.context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        return session.send("Runtime.getHeapUsage")["usedSize"] / 1e6

    def moves(number):
        for place in range(number):
            page.evaluate("""(place) => {
              const slider = document.querySelector('.relmark-explorer input');
              slider.value = place % 90;
              slider.dispatchEvent(new Event('input', { bubbles: true }));
            }""", place)  # fmt: skip
            page.wait_for_timeout(10)
        settle(page)

    moves(100)  # fonts, caches and buffers of the first moves
    kernel, elements, javascript = run_last_cell(), count(), heap()
    moves(500)
    assert count() == elements
    assert heap() - javascript < 3
    assert run_last_cell() - kernel < 15


@pytest.mark.parametrize("width", [420, 360])
def test_a_narrow_screen_loses_nothing_sideways(page, width):
    page.evaluate("void window.jupyterapp.commands.execute('application:toggle-left-area')")
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(500)
    try:
        outer = page.locator(".relmark-explorer").bounding_box()
        panel = page.locator(".jp-NotebookPanel").bounding_box()
        assert outer["x"] + outer["width"] <= panel["x"] + panel["width"]
        wide = page.evaluate("""() => [...document.querySelectorAll('.relmark-explorer, .relmark-choice')]
          .flatMap((root) => [root, ...root.querySelectorAll('*:not(.relmark-said)')])
          .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
          .map((element) => element.className || element.tagName)""")
        assert wide == []
        lever, picture = (page.locator(name).bounding_box() for name in (".relmark-levers", ".relmark-now"))
        assert picture["y"] >= lever["y"] + lever["height"]  # stacked
        slider = price(page).bounding_box()
        assert slider["height"] >= 24  # WCAG 2.2, 2.5.8
    finally:
        page.set_viewport_size({"width": 1440, "height": 1000})
        page.evaluate("void window.jupyterapp.commands.execute('application:toggle-left-area')")
        page.wait_for_timeout(500)


def test_levers_stand_beside_the_picture_on_a_wide_screen(page):
    lever, picture = (page.locator(name).bounding_box() for name in (".relmark-levers", ".relmark-now"))
    assert picture["x"] >= lever["x"] + lever["width"]
    assert abs(picture["y"] - lever["y"]) < 20


def test_no_headings_of_ours_break_the_notebooks_order(page):
    assert (
        page.locator(
            ".relmark-explorer :is(h1,h2,h3,h4,h5,h6), .relmark-choice :is(h1,h2,h3,h4,h5,h6)"
        ).count()
        == 0
    )
    expect(page.get_by_role("group", name="Sales of a day")).to_be_visible()
