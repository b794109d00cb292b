"""The page each student gets: what it says, what it never shows, and that nothing leads out of its folder."""

import html
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from html.parser import HTMLParser

import pytest
from feedback_class import MIME, display, graded_course, hidden_lines, notebook, put_outputs, stream
from nbgrader.api import Gradebook
from sample_course import CHECKOUT, NAME, code, graded_test

from relmark_helpers.classroom.feedback import feedback, make_pages, sanitise
from relmark_helpers.classroom.feedback.cells import Cell
from relmark_helpers.classroom.feedback.given import Given
from relmark_helpers.classroom.feedback.hidden import Hidden
from relmark_helpers.classroom.feedback.room import Limits, Room
from relmark_helpers.classroom.feedback.sanitise import sanitised
from relmark_helpers.classroom.feedback.shown import shown_cells
from relmark_helpers.classroom.feedback.words import clean, formula, markdown
from relmark_helpers.classroom.journal import Entry, Event, Said, keep
from relmark_helpers.errors import CourseError

pytestmark = pytest.mark.slow

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
PHOTO = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//"  # how a JPEG begins
CLASS = ["ada", "bo", "cato", "eve", "mallory"]


@pytest.fixture(scope="module")
def graded_once(tmp_path_factory):
    before = os.environ.get("RELMARK_HIDDEN")
    os.environ["RELMARK_HIDDEN"] = "secret"
    try:
        yield graded_course(tmp_path_factory.mktemp("graded"))
    finally:
        os.environ.pop("RELMARK_HIDDEN")
        if before is not None:
            os.environ["RELMARK_HIDDEN"] = before


@pytest.fixture
def graded(graded_once, tmp_path):
    return shutil.copytree(graded_once, tmp_path / "course", symlinks=True)


class Read(HTMLParser):
    """A page as a browser takes it in: its elements with their attributes, and its text."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.texts = [], []
        self.feed(page)
        self.text = " ".join("".join(self.texts).split())

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in ("a", "b", "code", "em", "span", "strong"):
            self.texts.append(" ")

    def handle_data(self, data):
        if self.elements[-1:] and self.elements[-1][0] != "style":
            self.texts.append(data)


def path_of(course, student):
    return course / "feedback" / student / NAME / f"{NAME}.html"


def read(course, student):
    return path_of(course, student).read_text(encoding="utf-8")


def text_of(course, student):
    feedback(course, NAME)
    return Read(read(course, student)).text


def change_gradebook(course, student, act):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", course_id="relmark") as book:
        act(book.find_submission_notebook(NAME, NAME, student))
        book.db.commit()
        book.engine.dispose()


# What no page shows


def test_no_hidden_line_and_nothing_a_test_said_is_on_any_page(graded):
    kept = json.loads(notebook(graded, "autograded", "eve").read_text(encoding="utf-8"))
    everything = json.dumps(kept)
    assert "expected_letters" in everything, "nbgrader leaves the tests in the graded notebook"
    assert "the name has 3 letters, not 4" in everything, "and what they said"
    assert feedback(graded, NAME) == CLASS
    lines = [*hidden_lines(), "the name has 3 letters, not 4", "HIDDEN TESTS", "AssertionError"]
    assert len(lines) == 9
    for student in CLASS:
        page = read(graded, student)
        shown = {page, html.unescape(page), Read(page).text}
        own = ["import math as _math"] if student == "cato" else []
        assert [line for line in lines if line not in own and any(line in each for each in shown)] == []


def test_output_with_hidden_lines_is_left_out_and_the_honest_one_stays(graded):
    said = text_of(graded, "eve")
    assert said.count("Something is not shown here because it holds parts of the tests.") == 3
    assert "What it showed: after" in said
    assert "print('before'); print(In)" in said, "what she wrote herself is shown"


def test_a_line_that_the_student_wrote_too_is_shown(graded):
    said = text_of(graded, "cato")
    assert said.count("import math as _math") == 3, "twice in the source, once printed"


@pytest.mark.parametrize(
    "said",
    [
        "".join(f"{letter}\x1b[0m" for letter in "for check_again in range(3):"),
        repr([r"assert _math.floor(length) == expected_letters"]),
        "for check_again\n   in range(3):",
        "x" * 30_000 + "\nfor check_again in range(3):\n",
    ],
)
def test_hidden_line_is_found_however_it_is_dressed(graded, said):
    put_outputs(graded, "bo", stream(f"first\n{said}"))
    assert "What it showed: Something is not shown here" in text_of(graded, "bo")


def test_hidden_line_in_html_or_in_the_words_for_a_picture(graded):
    table = "<table><tr><td>for <b>check</b>_again in&nbsp;range(3):</td></tr></table>"
    picture = f'<img src="data:image/png;base64,{PNG}" alt="for check_again in range(3):">'
    put_outputs(graded, "bo", display(text_html=table), display(text_html=picture))
    said = text_of(graded, "bo")
    assert said.count("Something is not shown here") == 2
    assert "check_again" not in read(graded, "bo")


def test_cells_that_bear_the_name_of_a_test_are_not_shown(graded):
    path = notebook(graded, "autograded", "mallory")
    told = json.loads(path.read_text(encoding="utf-8"))
    test = next(each for each in told["cells"] if each["id"] == "04-1-test-letters")
    copy = code("a-copy", "print('a copy')", graded_test("04-1-test-letters", 40)) | {
        "outputs": test["outputs"]
    }
    told["cells"].append(copy)
    path.chmod(0o644)
    path.write_text(json.dumps(told), encoding="utf-8")
    said = text_of(graded, "mallory")
    assert "a copy" not in said
    assert "with the id of a test" not in said
    assert "the name has" not in said
    assert "length = 4" in said


def test_test_of_an_earlier_release_is_not_shown(graded):
    path = notebook(graded, "autograded", "eve")
    told = json.loads(path.read_text(encoding="utf-8"))
    old = code("04-1-test-old", "assert 2 * length == 6, 'twice as long'", graded_test("04-1-test-old", 10))
    told["cells"].insert(6, old | {"outputs": [stream("what the old test printed")]})
    path.chmod(0o644)
    path.write_text(json.dumps(told), encoding="utf-8")
    put_outputs(graded, "eve", stream("assert 2 * length == 6, 'twice as long'"), cell="honest")
    said = text_of(graded, "eve")
    assert "old test" not in said
    assert "twice" not in said
    assert said.count("Something is not shown here") == 4


def test_of_a_test_only_what_was_released_is_shown(graded):
    said = text_of(graded, "ada")
    assert "A test that you were given length None Task 2" in said


def test_comment_that_quotes_a_test_stops_that_page_alone(graded):
    feedback(graded, NAME)
    quotes = (
        'See `assert length == expected_letters, f"the name has {expected_letters} letters, not {length}"`'
    )

    def comment(found):
        found.comments[0].manual_comment = quotes

    change_gradebook(graded, "bo", comment)
    with pytest.raises(
        CourseError, match=r"4 feedback pages .* 1 could not be: bo: its page would show"
    ) as told:
        feedback(graded, NAME)
    assert "eve" not in str(told.value)
    assert not path_of(graded, "bo").exists(), "nor is the old page left"
    assert all(path_of(graded, student).exists() for student in CLASS if student != "bo")


# What hostile outputs come to

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://example.org/a.png' alt='from outside'>",
    "<svg onload=alert(1)><script>alert(1)</script><a href='javascript:alert(1)'>x</a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>",
    "<iframe src='https://example.org'></iframe><object data='x'></object><embed src='x'>stays",
    "<meta http-equiv=refresh content='0;url=https://example.org'><base href='https://example.org/'>stays",
    "<a href='javascript:alert(1)'>press</a><a href=' &#x6A;avascript:alert(1)'>press</a>",
    "<link rel=stylesheet href='https://example.org/a.css'><style>@import 'https://example.org/a.css';</style>stays",
    "<div style='background:url(https://example.org/a.png);position:fixed'>styled</div>",
    "<form action='https://example.org'><input name=a><button>go</button></form>",
    "</pre></div></section></main></body></html><script>alert(1)</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea></textarea><script>alert(1)</script><plaintext>",
    "<p id='task-1' class='mark' onclick='alert(1)' title='x' tabindex=1 autofocus contenteditable>words</p>",
    "<img alt='\"><script>alert(1)</script>' src='data:image/png;base64,"
    + PNG
    + "' srcset='https://example.org 2x'>",
    "<img src='data:image/svg+xml;base64,PHN2Zy8+'><img src='data:image/png;base64,PHN2Zy8+'>",
    "<details ontoggle=alert(1) open><summary>more</summary><video src='https://example.org'></video></details>",
    "<!--><script>alert(1)</script>--><![CDATA[<script>alert(1)</script>]]><? <script>alert(1)</script> ?>",
]
OURS = {"html", "head", "meta", "link", "title", "style", "body", "header", "main", "footer", "section"} | {
    "h1", "h2", "h3", "p", "strong", "em", "a", "ul", "li", "div", "pre", "code", "details", "summary", "img", "span",
    "table", "thead", "tbody", "tfoot", "tr", "th", "td", "b",
}  # fmt: skip


def test_hostile_outputs_neither_run_nor_load_nor_lead_away(graded):
    outputs = []
    for each in HOSTILE:
        outputs += [display(text_html=each), stream(each), display(text_html=[each], text_plain=each)]
        outputs.append(display(image_svg="x", text_plain=each) | {"output_type": "execute_result"})
        outputs.append({"output_type": "error", "ename": each, "evalue": each, "traceback": [each]})
        outputs.append(
            display(text_markdown=f"[x](javascript:alert(1)) ![y](https://example.org/y.png) {each}")
        )
        outputs.append(display(image_png=each, image_jpeg=each, application_javascript=each))
    for start in range(0, len(outputs), 25):
        put_outputs(graded, "bo", *outputs[start : start + 25])
        feedback(graded, NAME)
        found = Read(read(graded, "bo"))
        assert {tag for tag, _ in found.elements} <= OURS
        metas = [attributes for tag, attributes in found.elements if tag == "meta"]
        assert [each for each in metas if "http-equiv" in each] == [metas[1]]
        assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in metas[1]["content"]
        tags = [tag for tag, _ in found.elements]
        assert [tags.count(tag) for tag in ("style", "link", "meta", "h1")] == [1, 1, 4, 1]
        for tag, attributes in found.elements:
            assert [name for name in attributes if name.startswith("on") or name in ("srcset", "style")] == []
            assert attributes.get("href", "#").startswith("#") or tag == "link"
            assert "src" not in attributes or tag == "img"
            if tag == "img":
                assert attributes.get("src", "").startswith("data:image/png;base64,")
                assert attributes["alt"].strip()
        identities = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
        assert identities == ["task-1", "task-2"]
        assert found.text.endswith("you can run them again."), "nothing swallowed the end of the page"


def test_what_is_harmless_in_an_output_stays(graded):
    table = (
        "<div><style scoped>.dataframe tbody {x: y}</style><table border='1' class='dataframe'><thead><tr><th></th>"
        "<th>branch</th></tr></thead><tbody><tr><th>0</th><td colspan='2'>Suzhou &amp; 苏州</td></tr></tbody></table></div>"
    )
    figure = f'<figure><img src="data:image/png;base64,{PNG}" alt="Sales rise."><figcaption>Sales rise.</figcaption></figure>'
    put_outputs(
        graded,
        "bo",
        display(text_html=table, text_plain="plain table"),
        display(text_html=figure),
        display(image_png=PNG[:40] + "\n" + PNG[40:], text_plain="<Figure>"),
        display(text_plain="only plain"),
        {
            "output_type": "error",
            "ename": "E",
            "evalue": "no",
            "traceback": ["\x1b[31m-----\x1b[39m", "\x1b[31mline 1\x1b[39m", "KeyError: no"],
        },
    )
    feedback(graded, NAME)
    found = Read(read(graded, "bo"))
    assert "branch 0 Suzhou & 苏州" in found.text
    assert "dataframe" not in read(graded, "bo")
    assert "plain table" not in found.text
    images = [attributes for tag, attributes in found.elements if tag == "img"]
    assert [each["src"] for each in images] == [f"data:image/png;base64,{PNG}"] * 2
    assert [each["alt"] for each in images] == [
        "Sales rise.",
        "Output, Task 1 · Length, picture 3, without a description",
    ]
    assert "only plain" in found.text
    assert "✗ It ended in an error: line 1 KeyError: no" in found.text
    assert "\x1b" not in read(graded, "bo")


def test_long_outputs_are_cut_and_broken_characters_replaced(graded):
    many = "".join(f"line {number}\n" for number in range(500_000))
    put_outputs(
        graded,
        "bo",
        stream(many),
        display(text_html=f"<p>{'long ' * 50_000}</p>", text_plain="the short form"),
        display(image_png=PNG + "A" * 3_000_000),
        stream("broken \ud800 and \x00 and \u202e turned\n"),
        stream("10%\r 50%\r100%\n"),
        *[display(text_plain=f"piece {number}") for number in range(100)],
    )
    said = text_of(graded, "bo")
    assert path_of(graded, "bo").stat().st_size < 60_000
    assert "line 0 line 1 " in said
    assert "line 499999" in said
    assert "line 250000" not in said
    assert "characters are left out here" in said
    assert "the short form" in said
    assert "A picture is not shown here because it is too large." in said
    assert "broken \ufffd and \ufffd and \ufffd turned" in said
    assert " 100%" in said
    assert "50%" not in said
    assert "piece 10 " in said
    assert "piece 90" not in said


@pytest.mark.parametrize("content", ["", "[]", '{"cells": 7}', "[" * 100_000, "not json \ud800"])
def test_graded_notebook_that_cannot_be_read_still_has_its_marks(graded, content):
    path = notebook(graded, "autograded", "bo")
    path.chmod(0o644)
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    assert "The graded notebook is damaged" in text_of(graded, "bo")
    assert "30 of 100 points" in Read(read(graded, "bo")).text


def test_absurd_cells_are_passed_over(graded):
    path = notebook(graded, "autograded", "bo")
    told = json.loads(path.read_text(encoding="utf-8"))
    told["cells"] += [
        7,
        None,
        {"cell_type": ["code"], "source": {"a": 1}, "metadata": [], "outputs": "x", "id": 3},
    ]
    mine = {"cell_type": "code", "source": "own", "metadata": {"nbgrader": {"grade_id": [1]}}}
    told["cells"].append(mine)
    told["cells"].append(
        {"cell_type": "code", "source": "x", "outputs": [{"output_type": "stream"}, 3, {"data": [1]}]}
    )
    path.chmod(0o644)
    path.write_text(json.dumps(told), encoding="utf-8")
    assert "A cell of yours" not in text_of(graded, "bo"), "what was not handed in is not the student's"
    notebook(graded, "submitted", "bo").write_text(json.dumps({"cells": [3, mine]}), encoding="utf-8")
    assert "A cell of yours own" in text_of(graded, "bo")


# What one page takes


def test_page_has_limits_for_a_cell_and_for_the_whole(graded, monkeypatch):
    monkeypatch.setattr("relmark_helpers.classroom.feedback.outputs.CELL", Limits(3_000, 0, 60.0))
    put_outputs(graded, "bo", *[display(text_html=f"<p>piece {n} {'long ' * 200}</p>") for n in range(9)])
    said = text_of(graded, "bo")
    assert "piece 1 " in said
    assert "piece 5 " not in said
    assert said.count("This cell showed more than this page can take; the rest is left out here.") == 1
    assert "30 of 100 points" in said


@pytest.mark.parametrize("limits", [Limits(20, 0, 60.0), Limits(10**9, 10**9, 0.0), Limits(10**9, 10, 60.0)])
def test_page_that_is_full_says_so_in_one_sentence(limits):
    given = Given("", (), {}, {}, {})
    shown = {"output_type": "display_data", "data": {"image/png": PNG, "text/plain": "x"}}
    cells = [Cell(str(n), "", "code", f"look at {n}, a picture", (shown,)) for n in range(5)]
    made = shown_cells(cells, given, Hidden(), Room(limits))
    assert len(made) <= 2
    assert "can take; the rest is left out here." in made[-1].source.body
    assert len(shown_cells(cells, given, Hidden(), Room())) == 5


def test_tags_within_tags_do_not_keep_a_page_waiting(graded):
    deep = [f"<div>{n}" * 4_100 for n in range(30)]
    put_outputs(graded, "bo", *[display(text_html=each, text_plain="in short") for each in deep])
    began = time.process_time()
    said = text_of(graded, "bo")
    assert time.process_time() - began < 20, "each takes a second or more if it is parsed"
    assert "in short" in said


def test_what_grows_when_it_is_closed_is_not_shown():
    assert sanitised("<b><p>" * 1_900) is None
    assert sanitised("<table>" + "<tr><td>1</td></tr>" * 500 + "</table>") is not None


def test_same_html_is_made_fit_once(monkeypatch):
    sanitise._kept.cache_clear()
    for _ in range(3):
        sanitised("<table><tr><td>the same</td></tr></table>")
    assert sanitise._kept.cache_info().misses == 1


# Pictures in what the student wrote


def written(course, source, attachments):
    path = notebook(course, "autograded", "ada")
    told = json.loads(path.read_text(encoding="utf-8"))
    cell = next(each for each in told["cells"] if each["id"] == "04-2-answer")
    cell["source"], cell["attachments"] = source, attachments
    path.chmod(0o644)
    path.write_text(json.dumps(told), encoding="utf-8")
    feedback(course, NAME)
    found = Read(read(course, "ada"))
    return [attributes for tag, attributes in found.elements if tag == "img"], found.text


def test_picture_that_was_dropped_into_a_written_answer_is_shown(graded):
    images, said = written(
        graded,
        f'See ![顾客 "plan"](attachment:my%20plan.png) and ![](<attachment:b.jpg>).\n\n![c][c]\n\n[c]: data:image/png;base64,{PNG}',
        {"my plan.png": {"image/png": PNG}, "b.jpg": {"image/jpeg": [PHOTO]}},
    )
    assert images == [
        {"src": f"data:image/png;base64,{PNG}", "alt": '顾客 "plan"'},
        {"src": f"data:image/jpeg;base64,{PHOTO}", "alt": "Picture without a description"},
        {"src": f"data:image/png;base64,{PNG}", "alt": "c"},
    ]
    assert "cannot be shown" not in said


@pytest.mark.parametrize(
    "attachments",
    [
        {"a.png": {"image/png": "PHN2Zy8+"}},
        {"a.png": {"image/svg+xml": PNG}},
        {"a.png": {"image/png": PNG + "A" * 2_400_000}},
        {"a.png": {"image/png": {"x": 1}}},
    ],
)
def test_attachment_that_is_no_picture_or_too_large_is_said(graded, attachments):
    images, said = written(graded, "See ![my plan](attachment:a.png).", attachments)
    assert images == []
    assert "See my plan (a picture that cannot be shown here)." in said


@pytest.mark.parametrize("attachments", [None, [], {"a.png": 7}, {"a.png": {}}])
def test_absurd_attachments_are_passed_over(graded, attachments):
    images, said = written(graded, "See ![my plan](attachment:a.png) twice.", attachments)
    assert images == []
    assert "See my plan" in said


def test_attachment_is_shown_once_and_the_cell_has_a_limit(graded, monkeypatch):
    images, _ = written(graded, "![x](attachment:a.png) " * 50, {"a.png": {"image/png": PNG}})
    assert len(images) == 1
    monkeypatch.setattr("relmark_helpers.classroom.feedback.outputs.CELL", Limits(10**9, 250, 60.0))
    many = {f"{n}.png": {"image/png": PNG} for n in range(9)}
    images, said = written(graded, " ".join(f"![x](attachment:{name})" for name in many), many)
    assert len(images) == 2
    assert said.count("(a picture that cannot be shown here)") == 7


# What it says of marks


def test_marks_are_those_of_the_gradebook(graded):
    said = text_of(graded, "ada")
    assert "Assignment 4 · 顾客满意 Feedback for ada, handed in on 2026-03-02 at 10:00 UTC" in said
    assert "70 of 100 points so far" in said
    assert "Task 1 · Length 70 of 70 ✓ full" in said
    assert "✓ Test “letters”: 40 of 40 points. ✓ Test “term”: 30 of 30 points." in said
    assert "04-1-test" not in read(graded, "ada"), "what it is on is said in words"
    said = text_of(graded, "bo")
    assert "30 of 100 points ✓ Everything is graded." in said, "what is blank waits for no reader"
    assert "✗ Test “letters”: 0 of 40 points. ✓ Test “term”: 30 of 30 points." in said
    assert "Your answer Left as it was given." in said


def test_mark_is_preliminary_until_a_reader_has_graded(graded):
    said = text_of(graded, "ada")
    assert "… This mark is preliminary. A reader has not graded this yet: Task 2 · Judge." in said
    assert "Task 2 · Judge … 30 points possible: a reader has not graded this yet." in said
    assert "It depends on the branch." in said

    def judge(found):
        grade = next(each for each in found.grades if each.name == "04-2-answer")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 24.5, 2.0, False
        found.comments[-1].manual_comment = None
        next(
            each for each in found.comments if each.name == "04-2-answer"
        ).manual_comment = "Well argued, but *which* branch? <script>x</script>"

    change_gradebook(graded, "ada", judge)
    said = text_of(graded, "ada")
    assert "96.5 of 100 points ✓ Everything is graded." in said
    assert "◐ Your answer: 26.5 of 30 points, with 2 of extra credit." in said
    assert "Comments From your reader Well argued, but which branch? <script>x</script>" in said
    assert "<em>which</em> branch? &lt;script&gt;" in read(graded, "ada")


def test_late_penalty_is_taken_off_as_nbgrader_does(graded):
    def late(found):
        found.late_submission_penalty = 12.5

    change_gradebook(graded, "bo", late)
    said = text_of(graded, "bo")
    assert "17.5 of 100 points Late penalty: −12.5 points, taken off already." in said

    def very_late(found):
        found.late_submission_penalty = 50.0

    change_gradebook(graded, "bo", very_late)
    assert "0 of 100 points Late penalty: −50 points" in text_of(graded, "bo")


def test_gradebook_is_asked_once_and_not_changed(graded, monkeypatch):
    import sqlalchemy

    opened, create = [], sqlalchemy.create_engine
    monkeypatch.setattr(sqlalchemy, "create_engine", lambda *a, **k: opened.append(a) or create(*a, **k))
    before = (graded / "gradebook.db").read_bytes()
    feedback(graded, NAME)
    assert len(opened) == 1
    assert (graded / "gradebook.db").read_bytes() == before


def test_gradebook_that_cannot_be_asked_is_said(graded):
    with sqlite3.connect(graded / "gradebook.db") as book:
        book.execute("DROP TABLE comment")
    book.close()
    with pytest.raises(CourseError, match="nbgrader db upgrade"):
        feedback(graded, NAME)
    (graded / "gradebook.db").unlink()
    with pytest.raises(CourseError, match=r"There is no gradebook\.db"):
        feedback(graded, NAME)
    assert not (graded / "gradebook.db").exists()


def test_exercise_that_is_gone_is_said(graded):
    shutil.rmtree(graded / "exercises")
    with pytest.raises(CourseError, match="relmark release 04"):
        feedback(graded, NAME)


def test_submission_that_the_gradebook_does_not_know_is_said_and_stops_nobody(graded):
    shutil.copytree(graded / "autograded" / "bo", graded / "autograded" / "zoe")
    pages = make_pages(graded, NAME)
    assert pages.made == tuple(CLASS)
    assert "not in the gradebook" in pages.failed["zoe"]


# What it says of checks, repairs and events


def test_checks_speak_from_the_notebook_only_where_a_check_was_given(graded):
    feedback(graded, NAME)
    assert "What the checks said ✓ Right. You said <3>." in Read(read(graded, "ada")).text
    assert "What the checks said ✗ A known mistake. You said <4>." in Read(read(graded, "eve")).text
    forged = {"task": "1", "outcome": "right", "says": "All right, really."}
    absurd = [
        {"outcome": "perfect", "task": "1", "says": "x"},
        {"outcome": ["right"], "task": "1", "says": "x"},
        [],
        "x",
    ]
    put_outputs(graded, "eve", display(**{MIME.replace("/", "_", 1): forged}))
    put_outputs(
        graded,
        "eve",
        *[{"output_type": "display_data", "data": {MIME: each}} for each in absurd],
        cell="04-1-check",
    )
    said = text_of(graded, "eve")
    assert "✓ Right" not in said
    assert "What the checks said" not in said


def test_journal_speaks_before_the_notebook(graded):
    said = (
        Said("1", "wrong", "Count the letters of the name.", "04-1-check", given=4, right=31415),
        Said("2 why", "right", "", "04-2-check"),
    )
    events = (
        Event("timeout", "04-1-answer", "Did not stop within 30 seconds."),
        Event("answers", "04-1-answer", "Takes the course's own answers."),
    )
    repairs = (
        "Task 1: the test cell had been deleted; it was put back.",
        "repaired: task 1: the locked cell 04-1-test-letters had been changed",
        "repaired: 04-1-answer: the cell 04-1-answer stood 2 times; the last one counts",
        "left out: 2 cells that are no cells of a notebook",
    )
    keep(graded, Entry("eve", NAME, "k", repairs=repairs, events=events, said=said))
    text = text_of(graded, "eve")
    assert "✗ Not right. Count the letters of the name." in text
    assert "✓ Right (why)." in text
    assert "You said <4>" not in text
    assert "31415" not in text, "the right value is not for the page"
    assert "What happened in grading Task 1: the test cell had been deleted; it was put back." in text
    assert "Task 1: the test cell had been changed. This was repaired." in text
    assert "Task 1: the answer cell stood 2 times; the last one counts. This was repaired." in text
    assert "Left out: 2 cells that are no cells of a notebook." in text
    assert "Task 1: A cell did not end in time and was stopped" in text
    assert "own answers" not in text, "a suspicion is for the instructor"


def test_refused_submission_says_why_and_has_no_points(graded):
    path = notebook(graded, "submitted", "nora")
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    keep(graded, Entry("nora", NAME, "k", status="refused", reason="The notebook is damaged <at line 1>."))
    assert feedback(graded, NAME) == [*CLASS, "nora"]
    said = Read(read(graded, "nora")).text
    assert (
        "0 of 100 points ✗ This submission could not be graded. The notebook is damaged <at line 1>." in said
    )
    assert "preliminary" not in said
    assert "no graded notebook" not in said
    assert "✗ Test “letters”: 0 of 40 points." in said


# Files


def test_page_that_is_right_is_not_written_again(graded):
    feedback(graded, NAME)
    before = {
        student: (path_of(graded, student).stat().st_mtime_ns, read(graded, student)) for student in CLASS
    }
    feedback(graded, NAME)
    after = {
        student: (path_of(graded, student).stat().st_mtime_ns, read(graded, student)) for student in CLASS
    }
    assert after == before


def test_no_page_is_half_written_or_out_of_date_when_the_disk_is_full(graded, monkeypatch):
    feedback(graded, NAME)
    put_outputs(graded, "bo", stream("something new"))
    monkeypatch.setattr(
        "pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(CourseError, match="No space left"):
        feedback(graded, NAME)
    assert not path_of(graded, "bo").exists()
    assert [file for file in (graded / "feedback").rglob(".*") if file.is_file()] == []


def test_pages_of_students_who_are_gone_and_what_an_earlier_run_left_are_removed(graded):
    feedback(graded, NAME)
    shutil.rmtree(graded / "autograded" / "bo")
    leftover = path_of(graded, "ada").with_name("other.html")
    leftover.write_text("an older page")
    other = graded / "feedback" / "bo" / "00_start_here" / "00_start_here.html"
    other.parent.mkdir()
    other.write_text("another assignment")
    assert feedback(graded, NAME) == ["ada", "cato", "eve", "mallory"]
    assert not path_of(graded, "bo").parent.exists()
    assert other.exists()
    assert not leftover.exists()


def link_notebook(course, secret):
    path = notebook(course, "autograded", "bo")
    path.unlink()
    path.symlink_to(secret)


def link_autograded(course, secret):
    shutil.rmtree(course / "autograded" / "bo" / NAME)
    (course / "autograded" / "bo" / NAME).symlink_to(secret.parent)


def link_student(course, secret):
    shutil.rmtree(course / "autograded" / "bo")
    (course / "autograded" / "bo").symlink_to(secret.parent.parent)


def link_timestamp(course, secret):
    (course / "autograded" / "bo" / NAME / "timestamp.txt").symlink_to(secret)


def pipe(course, secret):
    path = notebook(course, "autograded", "bo")
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("trick", [link_notebook, link_autograded, link_student, link_timestamp, pipe])
def test_links_in_autograded_are_not_followed(graded, tmp_path, trick):
    elsewhere = tmp_path / "elsewhere" / NAME
    elsewhere.mkdir(parents=True)
    secret = elsewhere / f"{NAME}.ipynb"
    told = json.loads(notebook(graded, "autograded", "ada").read_text(encoding="utf-8"))
    next(cell for cell in told["cells"] if cell["id"] == "04-1-answer")["source"] = "of somebody else"
    secret.write_text(json.dumps(told), encoding="utf-8")
    trick(graded, secret)
    pages = make_pages(graded, NAME)
    assert list(pages.failed) == ["bo"]
    assert "is a link or no plain file" in pages.failed["bo"]
    assert not path_of(graded, "bo").exists()
    assert all("of somebody else" not in page.read_text() for page in (graded / "feedback").rglob("*.*"))


def test_link_in_submitted_is_not_read_either(graded, tmp_path):
    secret = tmp_path / "secret.ipynb"
    secret.write_text(json.dumps({"cells": [{"source": "\n".join(hidden_lines()), "cell_type": "code"}]}))
    path = notebook(graded, "submitted", "eve")
    path.unlink()
    path.symlink_to(secret)
    put_outputs(graded, "eve", stream("for check_again in range(3):"))
    assert text_of(graded, "eve").count("Something is not shown here") == 1


@pytest.mark.parametrize("level", [0, 1, 2])
def test_links_in_feedback_are_not_written_through(graded, tmp_path, level):
    elsewhere = tmp_path / "elsewhere"
    target = [elsewhere / NAME / f"{NAME}.html", elsewhere / f"{NAME}.html", tmp_path / "page.html"][level]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("theirs")
    place = [graded / "feedback" / "bo", graded / "feedback" / "bo" / NAME, path_of(graded, "bo")][level]
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target if level == 2 else elsewhere)
    feedback(graded, NAME)
    assert target.read_text() == "theirs"
    assert not place.is_symlink()
    assert "30 of 100 points" in Read(read(graded, "bo")).text


def test_nbgrader_releases_these_pages(graded, tmp_path):
    feedback(graded, NAME)
    exchange = tmp_path / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    for student in ("bo", "cato", "mallory"):  # never collected through the exchange, so they have no secret
        shutil.rmtree(graded / "feedback" / student)
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "release_feedback", NAME, f"--Exchange.root={exchange}"],
        cwd=graded,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    released = {
        page.read_text(encoding="utf-8") for page in (exchange / "relmark" / "feedback").glob("*.html")
    }
    assert released == {read(graded, "ada"), read(graded, "eve")}


# The parts that have rules of their own


@pytest.mark.parametrize(
    ("tex", "read_as"),
    [
        (r"\alpha_{1} + x^{2}", "α_1 + x^2"),
        (r"\frac{a + b}{2} \times \sqrt{n}", "(a + b)/2 × √n"),
        (r"\text{NPS} \leq 100 \%", "NPS ≤ 100"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\begin{cases} 1 \\ 0 \end{cases}", "begin(cases) 1 0 end(cases)"),
    ],
)
def test_formulas_are_readable(tex, read_as):
    assert formula(tex) == read_as


def test_prices_are_no_formulas():
    assert "costs $5 and $6" in markdown("It costs $5 and $6 a month.")


def test_terminal_links_and_colours_are_taken_out():
    assert clean("\x1b]8;;https://example.org\x07link\x1b]8;;\x07 \x1b[1;31mred\x1b[m") == "link red"


def test_what_was_given_or_is_too_short_is_not_hidden():
    hidden = Hidden.of(
        ["x = 1\nlength = None\nassert length > 3\n    assert length > 3"], given="length = None"
    )
    assert hidden.found_in("assert  length>3")
    assert hidden.found_in("x = 1; length = None") is None
