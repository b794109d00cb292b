"""The report from beginning to end: numbers, page and tables, with and without a journal, and hostile contents."""

import csv
import io
import json
import re
import statistics
from html.parser import HTMLParser

import pytest
from sample_class import graded_cells, make_gradebook, synthetic_class, write_graded
from sample_course import NAME

from relmark_helpers.classroom.journal import FOLDER, Entry, keep
from relmark_helpers.classroom.report import report
from relmark_helpers.classroom.report.marks import Marks, Student
from relmark_helpers.classroom.report.tables import students_table
from relmark_helpers.errors import CourseError

VOID = {"meta", "br", "hr", "img", "input", "link", "col", "wbr", "source"}


class Page(HTMLParser):
    """Reads a page and complains of what is open, doubled, or would ask the outside for something."""

    def __init__(self, source):
        super().__init__()
        self.open, self.tags, self.ids, self.levels, self.texts, self.referred = [], set(), [], [], [], []
        self.feed(source)
        self.close()
        assert self.open == []
        assert len(self.ids) == len(set(self.ids))
        assert set(self.referred) <= set(self.ids)
        assert self.levels[0] == 1
        assert all(next_ <= level + 1 for level, next_ in zip(self.levels, self.levels[1:], strict=False))
        assert not self.tags & {"script", "iframe", "object", "embed", "img", "link", "base", "form"}

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        given = dict(attributes)
        assert not any(name.startswith("on") or name == "src" for name in given)
        assert given.get("href", "#").startswith("#")
        if tag == "th":
            assert given["scope"] in ("row", "col")
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.ids += [given["id"]] if "id" in given else []
        self.referred += [given[name] for name in ("aria-labelledby",) if name in given]
        self.referred += [given["href"][1:]] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        assert tag in ("rect", "line")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", "".join(self.texts))


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    course, points = synthetic_class(tmp_path_factory.mktemp("course"))
    made = report(course, NAME)
    return made, points, Page(made.page.read_text(encoding="utf-8"))


def test_the_short_numbers_are_those_of_the_class(whole):
    made, points, _ = whole
    totals = [sum(each.values()) for each in points.values() if None not in each.values()]
    assert len(totals) == 37
    numbers = made.numbers
    assert {key: numbers[key] for key in ("students", "submitted", "graded", "refused", "not_graded")} == {
        "students": 43,
        "submitted": 41,
        "graded": 40,
        "refused": 1,
        "not_graded": 0,
    }
    assert (numbers["need_a_reader"], numbers["late"], numbers["points"]) == (3, 1, 100)
    assert numbers["mean"] == pytest.approx(statistics.mean(totals))
    assert numbers["median"] == pytest.approx(statistics.median(totals))
    assert numbers["standard_deviation"] == pytest.approx(statistics.stdev(totals))
    tasks = {}
    for cell, _, _ in graded_cells():
        column = [each[cell] for each in points.values() if None not in each.values()]
        before = tasks.setdefault(cell.split("-")[1], [0.0] * 37)
        tasks[cell.split("-")[1]] = [a + b for a, b in zip(before, column, strict=True)]
    alpha = 11 / 10 * (1 - sum(map(statistics.variance, tasks.values())) / statistics.variance(totals))
    assert numbers["alpha"] == pytest.approx(alpha)
    assert numbers["standard_error"] == pytest.approx(statistics.stdev(totals) * (1 - alpha) ** 0.5)
    assert json.loads(json.dumps(numbers)) == numbers


def test_the_page_says_what_was_planted(whole):
    made, _, page = whole
    said = page.text
    assert (
        "Of 43 students 41 handed in, 40 have points, 1 refused, 3 waiting for a reader, 1 late, 2 without"
        in said
    )
    assert "The file is empty." in said
    assert "task 4 (negative discrimination)" in said
    assert "task 8 (very easy" in said
    assert "Sandbox used: bubblewrap (40)." in said
    assert "Did not stop within 30 seconds." in said
    assert "Task 3's test cell is restored." in said
    assert "These are standardised paths" in said
    assert "student07student203, 8, 103, 8, 10" in said, "whose answers, whose case, tasks, checks"
    assert "student07 and student20" in said
    assert "student08, student09: the same written answer to task 11." in said
    assert made.numbers["answers_that_fit_another_case"] == 1
    assert made.numbers["look_alikes"] == 2
    assert "None" not in said.replace("rcond=None", "")
    assert not re.search(r"\bnan\b", said.casefold())


def test_the_task_table_has_a_row_for_each_task(whole):
    made, points, _ = whole
    rows = rows_of(made.tasks)
    assert [row["task"] for row in rows] == [str(n) for n in range(1, 12)]
    assert sum(float(row["points"]) for row in rows) == 100
    read = [each for each in points.values() if None not in each.values()]
    share = statistics.mean(each["04-4-test"] for each in read) / 6
    assert float(rows[3]["mean_share"]) == pytest.approx(share, abs=1e-5)
    assert float(rows[3]["item_rest_correlation"]) < 0
    assert rows[3]["look_at"] == "negative discrimination"
    assert rows[7]["item_rest_correlation"] == ""


def test_the_student_table_has_a_row_for_each_student(whole):
    made, points, _ = whole
    rows = {row["student"]: row for row in rows_of(made.students)}
    assert len(rows) == 43
    assert rows["absent.one"]["status"] == "no submission"
    assert rows["absent.one"]["mark"] == ""
    assert rows["refused.one"]["reason"] == "The file is empty."
    assert rows["student00"]["status"] == "needs a reader"
    assert rows["student00"]["task_11"] == ""
    assert float(rows["student05"]["hours_late"]) == 24
    assert rows["student05"]["repairs"] == "Task 3's test cell is restored."
    assert rows["student06"]["events"] == "timeout: Did not stop within 30 seconds."
    for student, earned in points.items():
        assert float(rows[student]["mark"]) == pytest.approx(sum(filter(None, earned.values())))
        task = sum(points for cell, points in earned.items() if cell.startswith("04-3-"))
        assert float(rows[student]["task_3"]) == pytest.approx(task)


def test_the_page_asks_nothing_of_the_outside(whole):
    made, _, _ = whole
    source = made.page.read_text(encoding="utf-8")
    assert "default-src 'none'" in source
    assert not re.search(r"https?:|url\(|@import", source)
    assert source.count("<!DOCTYPE html>") == 1
    assert source.count('lang="en"') == 1


def test_the_same_class_gives_the_same_bytes(whole, tmp_path):
    made, _, _ = whole
    before = [path.read_bytes() for path in (made.page, made.tasks, made.students)]
    again = report(made.page.parents[1], NAME)
    assert [path.read_bytes() for path in (again.page, again.tasks, again.students)] == before


def test_files_that_cannot_be_written_leave_those_of_before(whole, monkeypatch):
    made, _, _ = whole
    before = {path.name: path.read_bytes() for path in made.page.parent.iterdir()}
    monkeypatch.setattr("relmark_helpers.classroom.report.tables._field", lambda value: "changed")

    def fails(found):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("relmark_helpers.classroom.report.page.page", fails)
    with pytest.raises((CourseError, OSError)):
        report(made.page.parents[1], NAME)
    assert {path.name: path.read_bytes() for path in made.page.parent.iterdir()} == before


HOSTILE = [
    "<script>alert(1)</script>",
    "</style></title><b onload=alert(1)>",
    "x" * 1_000_000,
    "{{ 7 * 7 }}{% for x in y %}",
    "\x00\x1b[31m\ufffe red",
    "=HYPERLINK(1)",
    "a\"b'c&amp;<!--",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Ids, answers, sentences and notebooks as an attacker would like them; four students."""
    course = tmp_path_factory.mktemp("hostile")
    names = ["<script>alert(1)<b>", "</style></title>x", "=cmd|'x'!A0", "ada"]
    cells = [("04-1-</td><script>", 1.0, "code"), ("04-2-test", 1.0, "code")]
    points = {name: {cells[0][0]: place % 2, cells[1][0]: 1.0} for place, name in enumerate(names)}
    make_gradebook(course, points, cells=cells)
    for name in names:
        if "/" in name:
            continue
        said = [
            {
                "task": f"{n} {says[:40]}",
                "outcome": "wrong",
                "says": says,
                "cell": says[:99],
                "given": given,
                "right": "a",
            }
            for n, says in enumerate(HOSTILE)
            for given in (says, float("nan"), {"<b>": says}, None)
        ]
        entry = {
            **{"student": name, "assignment": NAME, "key": "", "status": "graded", "reason": HOSTILE[0]},
            **{
                "repairs": HOSTILE,
                "events": [{"kind": says[:99], "cell": says, "says": says} for says in HOSTILE],
            },
            **{"said": said, "rung": HOSTILE[1], "seconds": float("nan")},
        }
        file = course / FOLDER / NAME / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(entry))
        shared = "\n".join(f"x_{n} = '</pre><script>{n}</script>' + y_{n} * {n}" for n in range(30))
        if name != "ada":
            write_graded(course, name, {"04-3-answer": shared, "04-11-answer": "<script> " * 200})
    keep(course, Entry("refused", NAME, "", status="refused", reason=HOSTILE[1]))
    made = report(course, NAME)
    return made, Page(made.page.read_text(encoding="utf-8"))


def test_hostile_contents_stay_text(hostile):
    made, page = hostile
    assert page.tags <= {
        *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section"),
        *("h1", "h2", "h3", "p", "ul", "li", "a", "span", "strong", "dl", "div", "dt", "dd", "pre"),
        *("details", "summary", "figure", "figcaption", "svg", "rect", "line", "text"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
    assert "<script>alert(1)<b>" in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert made.page.stat().st_size < 400_000
    assert not re.search("[\x00-\x08\x0e-\x1f\ufffe]", page.text)


def test_a_spreadsheet_sees_no_formula(hostile):
    made, _ = hostile
    students = [row["student"] for row in rows_of(made.students)]
    assert "'=cmd|'x'!A0" in students
    for path in (made.tasks, made.students):
        with path.open(encoding="utf-8", newline="") as opened:
            assert not any(field[:1] in tuple("=@\t") for row in csv.reader(opened) for field in row)


@pytest.mark.parametrize("says", ["=1+1", " =1+1", "\uff1d1+1", "\uff20SUM(1)", "\n=1", "-2+cmd|' /C'!A0"])
def test_what_a_table_says_is_never_run(says):
    student = Student("ada", "refused", {}, entry=Entry("ada", NAME, "", status="refused", reason=says))
    table = students_table(Marks(NAME, (), (student,)))
    (row,) = csv.DictReader(io.StringIO(table))
    assert row["reason"] == f"'{says}"


def test_without_a_journal_or_notebooks_the_marks_are_reported_all_the_same(tmp_path):
    points = {f"s{n}": {cell: most * (n % 2) for cell, most, _ in graded_cells()} for n in range(4)}
    made = report(make_gradebook(tmp_path, points), NAME)
    page = Page(made.page.read_text(encoding="utf-8"))
    assert made.numbers["mean"] == 50
    assert made.numbers["alpha"] == pytest.approx(1.0, abs=0.11)
    assert "Nothing is known of the checks" in page.text
    assert "Of 4 graded submissions there is no journal" in page.text
    assert "Nothing could be compared" in page.text


def test_one_submission_is_enough_for_a_page_without_nan(tmp_path):
    points = {"ada": {cell: most for cell, most, _ in graded_cells()}}
    made = report(make_gradebook(tmp_path, points), NAME)
    page = Page(made.page.read_text(encoding="utf-8"))
    assert "alpha cannot be computed: fewer than two students are marked" in page.text
    assert not re.search(r"\bnan\b", page.text.casefold())
    assert made.numbers["alpha"] is None
    assert made.numbers["mean"] == 100


def test_a_class_of_refused_submissions_has_a_page_too(tmp_path):
    make_gradebook(tmp_path, {}, absent=["ada"])
    keep(tmp_path, Entry("ada", NAME, "", status="refused", reason="The file is empty."))
    made = report(tmp_path, NAME)
    assert made.numbers["graded"] == 0
    assert "There are no marks to show." in Page(made.page.read_text(encoding="utf-8")).text


def test_nothing_graded_is_said(tmp_path):
    make_gradebook(tmp_path, {}, absent=["ada"])
    with pytest.raises(CourseError, match="relmark grade 04"):
        report(tmp_path, NAME)
    assert not (tmp_path / "report").exists()
