"""The feedback page in a browser: on a telephone, without the network, for everyone, and deaf to what is hostile."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from feedback_class import display, graded_course, put_outputs, stream
from playwright.sync_api import expect
from sample_course import NAME

from relmark_helpers.classroom.feedback import feedback
from relmark_helpers.classroom.journal import Entry, Event, keep

pytestmark = pytest.mark.slow

WIDE_TABLE = f"<table><tr>{''.join(f'<th>column {number}</th>' for number in range(40))}</tr><tr>{'<td>1</td>' * 40}</tr></table>"
HOSTILE = [
    display(text_html="<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"),
    display(
        text_html="<svg onload='window.ran = 3'></svg><iframe srcdoc='<script>parent.ran = 4</script>'></iframe>"
    ),
    display(
        text_html="<link rel=stylesheet href='http://127.0.0.1:9/a.css'><img src='http://127.0.0.1:9/a.png'>"
    ),
    display(
        text_html="<div style='position:fixed;background:url(http://127.0.0.1:9/b.png)'>over everything</div>"
    ),
    display(text_html="<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>refreshed"),
    stream("</pre><script>window.ran = 5</script><img src=http://127.0.0.1:9/c.png>" + "wide " * 200),
    display(text_markdown="![x](http://127.0.0.1:9/d.png) <script>window.ran = 6</script>"),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """By student: a mark that waits, a wrong answer with wide outputs, hostile outputs, a refused submission."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RELMARK_HIDDEN", "secret")
        course = graded_course(tmp_path_factory.mktemp("graded"))
    put_outputs(course, "eve", stream("a line " * 100), display(text_html=WIDE_TABLE), cell="04-1-answer")
    put_outputs(course, "mallory", *HOSTILE)
    keep(
        course,
        Entry("eve", NAME, "k", events=(Event("timeout", "04-1-answer", ""),), repairs=("Mended " * 40,)),
    )
    shutil.copytree(course / "submitted" / "bo", course / "submitted" / "nora")
    keep(
        course, Entry("nora", NAME, "k", status="refused", reason="The file is " + "very" * 60 + " damaged.")
    )
    return {
        student: course / "feedback" / student / NAME / f"{NAME}.html" for student in feedback(course, NAME)
    }


@pytest.fixture
def opened(browser, pages, request):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.asked, page.said = [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.address = pages[request.param].as_uri()
    page.goto(page.address)
    page.wait_for_timeout(300)
    yield page
    page.close()


everyone = pytest.mark.parametrize("opened", ["ada", "bo", "cato", "eve", "mallory", "nora"], indirect=True)


@everyone
def test_axe_finds_nothing_and_nothing_is_asked_of_the_outside(opened):
    for _ in range(2):
        found = Axe().run(opened).response["violations"]
        assert [(each["id"], [node["html"][:150] for node in each["nodes"]]) for each in found] == []
        opened.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert [url for url in opened.asked if not url.startswith("data:")] == [opened.address]
    assert opened.said == []


@everyone
@pytest.mark.parametrize("width", [320, 360, 1440])
def test_page_does_not_scroll_sideways(opened, width):
    opened.set_viewport_size({"width": width, "height": 740})
    opened.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert opened.evaluate("document.documentElement.scrollWidth") == width
    # What is wider scrolls in a box of its own, which the keyboard reaches and which has a name.
    script = """() => [...document.querySelectorAll('body *')].filter((each) => each.scrollWidth > each.clientWidth + 1
        && getComputedStyle(each).overflowX === 'auto').map((each) => [each.tabIndex, Boolean(each.ariaLabel)])"""
    assert all(found == [0, True] for found in opened.evaluate(script))


@pytest.mark.parametrize("opened", ["eve"], indirect=True)
def test_wide_outputs_scroll_in_their_box_by_keyboard(opened):
    box = opened.get_by_role("group", name="Output, Task 1").first
    box.focus()
    expect(box).to_be_focused()
    for _ in range(3):
        opened.keyboard.press("ArrowRight")
    opened.wait_for_function("(each) => each.scrollLeft > 0", arg=box.element_handle())


@pytest.mark.parametrize("opened", ["mallory"], indirect=True)
def test_nothing_hostile_ran(opened):
    assert opened.evaluate("window.ran") is None
    assert opened.url == opened.address
    expect(opened.get_by_text("over everything")).to_be_visible()
    assert (
        opened.get_by_text("over everything").evaluate("(each) => getComputedStyle(each).position")
        == "static"
    )
    expect(opened.locator("footer")).to_be_visible()


@pytest.mark.parametrize("opened", ["ada"], indirect=True)
def test_policy_of_the_page_would_stop_what_got_through(opened):
    opened.evaluate("""() => {
        document.body.insertAdjacentHTML('beforeend', '<img src="http://127.0.0.1:9/x.png" onerror="window.ran = 1">');
        const script = document.createElement('script');
        script.textContent = 'window.ran = 2';
        document.body.append(script);
    }""")
    opened.wait_for_timeout(300)
    assert opened.evaluate("window.ran") is None
    assert len([text for text in opened.said if "Content Security Policy" in text]) >= 2


@pytest.mark.parametrize("opened", ["ada"], indirect=True)
def test_table_leads_to_the_tasks_and_the_prompt_unfolds(opened):
    assert opened.evaluate("document.documentElement.lang") == "en"
    opened.get_by_role("link", name="Task 2 · Judge").click()
    assert opened.url == f"{opened.address}#task-2"
    expect(opened.get_by_text("Does it pay?")).to_be_hidden()
    opened.get_by_text("What was asked").nth(1).press("Enter")
    expect(opened.get_by_text("Does it pay?")).to_be_visible()
