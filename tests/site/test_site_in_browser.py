"""The site in Chromium: nothing asked of the outside, axe, narrow windows, Chinese said as Chinese, search."""

import re

import pytest
from playwright.sync_api import expect

from relmark_helpers.course import CHAPTERS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe

KINDS = {
    "start": "index",
    "chapter": "chapters/04_satisfaction",
    "how to do exercises": "exercises",
    "exercise": "exercises/04_satisfaction/04_satisfaction",
    "glossary": "glossary",
    "references": "references",
    "data card": "datasets/README",
    "tables": "datasets/tables",
    "library": "api/04_satisfaction",
    "guide": "docs/instructors",
    "authors": "CONTRIBUTING",
    "search": "search",
}
kinds = pytest.mark.parametrize("name", KINDS.values(), ids=KINDS)


@kinds
def test_it_asks_nothing_of_the_outside_and_complains_of_nothing(page, site, served, name):
    page.goto(f"{served}/{name}.html", wait_until="networkidle")
    assert [url for url in page.asked if not url.startswith((served, "data:"))] == []
    assert page.said == []
    page.goto("about:blank")
    page.context.set_offline(True)  # and from the disk
    page.goto((site / f"{name}.html").as_uri())
    assert [url for url in page.asked if not url.startswith((served, "data:", "about:", site.as_uri()))] == []
    assert page.said == []


LEARNED_FROM = [f"chapters/{each.name}" for each in CHAPTERS]
LEARNED_FROM += [f"exercises/{each.name}/{each.name}" for each in CHAPTERS]


@pytest.mark.parametrize(
    ("name", "width"),
    [
        *((name, width) for name in KINDS.values() for width in (1440, 360)),
        *((name, 1440) for name in LEARNED_FROM if name not in KINDS.values()),
    ],
)
def test_axe_finds_nothing(page, served, name, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{served}/{name}.html")
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"][:150] for node in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("width", [720, 360])  # 720 is 1440 at 200 %
def test_nothing_is_lost_in_a_narrow_window(page, site, served, width):
    page.set_viewport_size({"width": width, "height": 900})
    wide = []
    for file in sorted(site.rglob("*.html")):
        if "_static" not in file.parts:
            page.goto(f"{served}/{file.relative_to(site).as_posix()}")
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(file.name)
    assert wide == []


@kinds
def test_chinese_is_marked_as_chinese(page, served, name):
    page.goto(f"{served}/{name}.html")
    unmarked = page.evaluate(
        r"""() => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
          while (texts.nextNode()) {
            const parent = texts.currentNode.parentElement;
            if (/[\u4e00-\u9fff]/.test(texts.currentNode.data) && !parent.closest("script, style")
                && parent.closest("[lang]").lang !== "zh") found.push(texts.currentNode.data);
          }
          return found;
        }"""
    )
    assert unmarked == []


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("treadmill", "4 Satisfaction"),
        ("surveys", "5 Measuring satisfaction"),  # stemmed in the page as when it was built
        ("顾客满意", "4 Satisfaction"),
        ("净推荐值", "5 Measuring satisfaction"),
    ],
)
@pytest.mark.parametrize("way", ["served", "from the disk"])
def test_search_finds_words_of_both_languages(page, site, served, word, title, way):
    page.goto(f"{served if way == 'served' else site.as_uri()}/index.html")
    box = page.get_by_role("search").get_by_role("searchbox")
    box.fill(word)
    box.press("Enter")
    expect(page.locator("#search-results")).to_contain_text("Search finished")
    hit = page.locator("#search-results").get_by_role("link", name=re.compile(f"^{title}"))
    expect(hit.first).to_be_visible()
    hit.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def test_the_keyboard_opens_the_site_s_parts(page, served):
    page.goto(f"{served}/chapters/04_satisfaction.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    fold = page.locator("main summary").first
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main details[open] table").first).to_be_visible()
