"""The report of grading in a browser: accessible, readable on a telephone and on paper, asking nobody anything."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from sample_class import synthetic_class
from sample_course import NAME

from relmark_helpers.classroom.report import report


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    course, _ = synthetic_class(tmp_path_factory.mktemp("reported"))
    return report(course, NAME).page


@pytest.fixture
def shown(browser, made):
    """The page, and what it asked for and complained of."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(made.as_uri())
    yield page
    page.close()


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_folded_or_unfolded(shown, width):
    shown.set_viewport_size({"width": width, "height": 1000})
    for step in (lambda: None, lambda: unfold(shown)):
        step()
        found = Axe().run(shown).response["violations"]
        assert [(each["id"], [node["html"][:150] for node in each["nodes"]]) for each in found] == []


def test_it_asks_for_nothing_and_complains_of_nothing(shown, made):
    unfold(shown)
    assert shown.asked == [made.as_uri()]
    assert shown.said == []


def test_on_a_narrow_screen_only_tables_scroll_sideways_and_labels_keep_their_size(shown):
    unfold(shown)
    shown.set_viewport_size({"width": 360, "height": 800})
    assert shown.evaluate("document.documentElement.scrollWidth") == 360
    wide = shown.evaluate(
        """() => [...document.querySelectorAll('main *')].filter((each) => !each.closest('.scroll'))
             .filter((each) => each.getBoundingClientRect().right > 361).map((each) => each.outerHTML.slice(0, 90))"""
    )
    assert wide == []
    assert shown.evaluate("getComputedStyle(document.querySelector('svg text')).fontSize") == "12px"


def test_labels_of_the_charts_do_not_lie_on_each_other(shown):
    for width in (1440, 360):
        shown.set_viewport_size({"width": width, "height": 800})
        overlaps = shown.evaluate(
            """() => [...document.querySelectorAll('svg')].flatMap((chart) => {
              const boxes = [...chart.querySelectorAll('text')].map((each) => [each, each.getBoundingClientRect()]);
              return boxes.flatMap(([one, a], place) => boxes.slice(place + 1)
                .filter(([, b]) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom)
                .map(([other]) => `${one.textContent} | ${other.textContent}`));
            })"""
        )
        assert overlaps == [], width


def test_every_chart_has_its_sentence_as_its_name(shown):
    names = [chart.get_attribute("aria-labelledby") for chart in shown.get_by_role("img").all()]
    assert len(names) == 3
    for name in names:
        says = shown.locator(f"#{name}").inner_text()
        assert shown.get_by_role("img", name=says[:40]).count() == 1
        assert len(says) > 40


def test_bars_are_as_long_as_their_numbers(shown):
    bars = shown.evaluate(
        """() => [...document.querySelectorAll('figure')].find((each) => each.textContent.startsWith('\\nDifficulty'))
             .querySelectorAll('rect').values().map((each) => each.getBoundingClientRect().width).toArray()"""
    )
    shares = [
        float(row.locator("td").nth(2).inner_text())
        for row in shown.locator("table", has_text="Every task").locator("tbody tr").all()
    ]
    assert len(bars) == len(shares) == 11
    longest = max(bars) / max(shares)
    for bar, share in zip(bars, shares, strict=True):
        assert bar / longest == pytest.approx(share, abs=0.006)


def test_the_keyboard_reaches_links_details_and_wide_tables(shown):
    reached = set()
    for _ in range(40):
        shown.keyboard.press("Tab")
        reached.add(shown.evaluate("document.activeElement.tagName + '.' + document.activeElement.className"))
    assert {"A.", "SUMMARY.", "DIV.scroll"} <= reached


def test_on_paper_the_numbers_are_there_and_the_links_are_not(shown):
    shown.emulate_media(media="print")
    assert not shown.locator("nav").is_visible()
    height = shown.evaluate(
        "document.querySelector('[aria-labelledby=histogram-numbers]').getBoundingClientRect().height"
    )
    assert height > 100
