"""Marks as Canvas and Moodle import them; what each reads and matches is from their importers' source.

Canvas (lib/gradebook_importer.rb, instructure/canvas-lms): the first row begins Student, ID, then SIS User ID and
SIS Login ID, and Section stands just before the marks; a row with "Points Possible" in its first cell has the
points; a student is found by ID, then by the SIS ids, then by name; an assignment by the number in its heading.
Moodle (mod/assign/feedback/offline/importgradeslib.php, moodle/moodle): the columns Identifier, Grade and
Last modified (grade) must be there; the number behind "Participant " finds the student; columns named like a
feedback plugin's field are imported too. The gradebook's import (grade/import/csv/classes/load_data.php) keeps the
student of the row before where the key is empty.
"""

import csv
import shutil
import warnings

import pytest
from nbgrader.api import Gradebook
from sample_course import NAME

from relmark_helpers.classroom.export import Exported, export
from relmark_helpers.classroom.release import quick_gradebook
from relmark_helpers.classroom.roster import Roster, Student, read_roster
from relmark_helpers.errors import CourseError

OTHER = "00_start_here"


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory):
    """Two assignments of 100 and 10 points; marks by tests and by hand, one late, one waiting for a reader."""
    file = tmp_path_factory.mktemp("gradebook") / "gradebook.db"
    with quick_gradebook(), warnings.catch_warnings(), Gradebook(f"sqlite:///{file}", course_id="") as book:
        warnings.simplefilter("ignore")  # nbgrader's own, when it adds a submission
        for name, tests, reader in ((NAME, 70, 30), (OTHER, 10, 0)):
            book.add_assignment(name)
            book.add_notebook(name, name)
            book.add_grade_cell("test", name, name, max_score=tests, cell_type="code")
            if reader:
                book.add_grade_cell("judge", name, name, max_score=reader, cell_type="markdown")
        for student in ("ada", "ben", "cyd", "dan", "zoe"):
            book.add_student(student)
        for student, auto, manual, penalty in (
            ("ada", 40, 20.5, 5),
            ("ben", 0, 0, 0),
            ("cyd", 70, None, 0),  # a reader has still to look
            ("zoe", 10, 0, 50),  # the penalty is larger than the mark
        ):
            submission = book.add_submission(NAME, student)
            submission.notebooks[0].late_submission_penalty = penalty
            test = book.find_grade("test", NAME, NAME, student)
            judge = book.find_grade("judge", NAME, NAME, student)
            test.auto_score, judge.manual_score = auto, manual
            test.needs_manual_grade, judge.needs_manual_grade = False, manual is None
        book.add_submission(OTHER, "ada")
        grade = book.find_grade("test", OTHER, OTHER, "ada")
        grade.auto_score, grade.needs_manual_grade = 20 / 3, False
        book.db.commit()
    return file


@pytest.fixture
def graded(gradebook, tmp_path):
    folder = tmp_path / "course"
    folder.mkdir()
    shutil.copy(gradebook, folder / "gradebook.db")
    return folder


def roster_of(tmp_path, text):
    path = tmp_path / "students.csv"
    path.write_text(text, encoding="utf-8")
    return read_roster(path)


def rows(done):
    assert not done.file.read_bytes().startswith(b"\xef\xbb\xbf")
    with done.file.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))


OWN = "student_id,name,email,canvas_id,sis_id,login_id,section,moodle_id\n" + "".join(
    f"{student},{name},{student}@example.org,{number},s{number},{student},A,{number}0\n"
    for number, student, name in (
        (1, "ada", '"Lovelace, Ada"'),
        (2, "ben", "王小明"),
        (3, "cyd", "Cyd"),
        (4, "dan", "Dan"),
    )
)


# --- Canvas


def test_canvas_of_all_assignments(graded, tmp_path):
    done = export(graded, tmp_path / "grades.csv", to="canvas", roster=roster_of(tmp_path, OWN))
    assert done == Exported(tmp_path / "grades.csv", unknown=("zoe",), missing=(), unread=("cyd",))
    assert rows(done) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", OTHER, NAME],
        ["    Points Possible", "", "", "", "", "10", "100"],
        ["Lovelace, Ada", "1", "s1", "ada", "A", "6.67", "55.5"],
        ["王小明", "2", "s2", "ben", "A", "", "0"],
        ["Cyd", "3", "s3", "cyd", "A", "", "70"],
        ["Dan", "4", "s4", "dan", "A", "", ""],
    ]


CANVAS = """Student,ID,SIS User ID,SIS Login ID,Integration ID,Root Account,Section,Notes,Essay (11),{title} (12345),Current Score
,,,,,,,,,Manual Posting,
    Points Possible,,,,,,,,10,{points},(read only)
"Lovelace, Ada",1,s1,Ada,,canvas.example.org,A,hello,9,,90
"Wang, Ben",2,s2,ben,,canvas.example.org,A,,8,55,80
"Dan, D",4,s4,dan,,canvas.example.org,A,,,EX,
"Eve, E",5,s5,eve,,canvas.example.org,A,,,,
"""


@pytest.mark.parametrize(
    "title", ["04_satisfaction", "04 Satisfaction", "Satisfaction", "满意度", "顾客满意"]
)
def test_canvas_gradebook_export_as_the_roster(graded, tmp_path, title):
    roster = roster_of(tmp_path, CANVAS.format(title=title, points="100.0"))
    done = export(graded, tmp_path / "grades.csv", to="canvas", assignment=NAME, roster=roster)
    heading = (
        f"{title} (12345)" if title != "满意度" else NAME
    )  # no title of the chapter: an assignment of its own
    mine = rows(done)
    assert mine[0] == [
        "Student",
        "ID",
        "SIS User ID",
        "SIS Login ID",
        "Integration ID",
        "Root Account",
        "Section",
        heading,
    ]
    assert mine[1] == ["    Points Possible", *[""] * 6, "100"]
    assert mine[2][:4] == ["Lovelace, Ada", "1", "s1", "Ada"], "as Canvas wrote it, capitals too"
    assert [row[-1] for row in mine[2:]] == ["55.5", "0", "EX" if title != "满意度" else "", ""]
    assert (done.unknown, done.missing) == (("cyd", "zoe"), ("eve",))


def test_canvas_of_other_points_is_refused(graded, tmp_path):
    roster = roster_of(tmp_path, CANVAS.format(title=NAME, points="10"))
    with pytest.raises(CourseError, match="has 100 points, but 10 in Canvas"):
        export(graded, tmp_path / "grades.csv", to="canvas", assignment=NAME, roster=roster)
    assert not (tmp_path / "grades.csv").exists()


def test_canvas_two_assignments_of_one_name_are_said(graded, tmp_path):
    text = CANVAS.format(title=NAME, points="100").replace("Essay (11)", "04 Satisfaction (11)")
    with pytest.raises(CourseError, match="may both be 04_satisfaction"):
        export(
            graded, tmp_path / "grades.csv", to="canvas", assignment=NAME, roster=roster_of(tmp_path, text)
        )


def test_canvas_names_like_formulas(graded, tmp_path):
    roster = Roster(
        (
            Student("ada", name="=1+1", canvas_id="1", section="@A"),
            Student("ben", name=" +1", login_id="+ben"),
            Student("cyd", name="-Cyd", section="\tB"),
        )
    )
    mine = rows(export(graded, tmp_path / "grades.csv", to="canvas", assignment=NAME, roster=roster))
    assert mine[2][:5] == ["'=1+1", "1", "", "", "'@A"]
    assert mine[3][:5] == ["' +1", "", "", "+ben", ""], "Canvas finds Ben by the login, which stays"
    assert mine[4][:5] == ["-Cyd", "", "", "", "'\tB"], "Canvas finds Cyd by the name alone"


def test_a_penalty_takes_no_more_than_the_mark(graded, tmp_path):
    roster = Roster((Student("zoe", canvas_id="9"),))
    done = export(graded, tmp_path / "grades.csv", to="canvas", assignment=NAME, roster=roster)
    assert rows(done)[2] == ["zoe", "9", "", "", "", "0"]


# --- Moodle

WORKSHEET = """Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 101","Ada Lovelace",ada,"Submitted for grading",,100.00,Yes,"Monday, 2 March 2026, 9:30 AM",-,"=kept
as it is"
"Participant 102","=cmd|' /C calc'!A0",ben,"Submitted for grading",12.00,{points},Yes,-,"Monday, 2 March 2026, 9:30 AM",
"Participant 104",Dan,dan,"No submission",,100.00,Yes,-,-,-
"""


def test_moodle_worksheet_comes_back_filled_in(graded, tmp_path):
    roster = roster_of(tmp_path, WORKSHEET.format(points='"100,00"'))
    done = export(graded, tmp_path / "grades.csv", to="moodle", assignment=NAME, roster=roster)
    mine, given = rows(done), [list(roster.header), *(list(student.row) for student in roster.students)]
    assert [row[4] for row in mine] == ["Grade", "55.5", "0", ""]
    for ours, theirs in zip(mine, given, strict=True):
        assert ours[5:] == theirs[5:]
        assert [ours[0], ours[3]] == [theirs[0], theirs[3]]
    assert [row[1] for row in mine] == ["Full name", "Ada Lovelace", "'=cmd|' /C calc'!A0", "Dan"]
    assert mine[1][9] == "=kept\nas it is", "feedback is imported, so it stays"
    assert (done.unknown, done.missing, done.unread) == (("cyd", "zoe"), (), ("cyd",))


def test_moodle_of_other_points_is_refused(graded, tmp_path):
    with pytest.raises(CourseError, match="has 100 points, but 10 in Moodle"):
        export(
            graded,
            tmp_path / "g.csv",
            to="moodle",
            assignment=NAME,
            roster=roster_of(tmp_path, WORKSHEET.format(points="10.00")),
        )


def test_moodle_worksheet_is_for_one_assignment(graded, tmp_path):
    with pytest.raises(CourseError, match=f"name one of {OTHER}, {NAME}"):
        export(
            graded,
            tmp_path / "g.csv",
            to="moodle",
            roster=roster_of(tmp_path, WORKSHEET.format(points="100")),
        )


def test_moodle_worksheet_from_a_roster_of_ones_own(graded, tmp_path):
    done = export(graded, tmp_path / "g.csv", to="moodle", assignment=NAME, roster=roster_of(tmp_path, OWN))
    mine = rows(done)
    assert {"Identifier", "Grade", "Last modified (grade)"} <= set(mine[0])
    assert "Feedback comments" not in mine[0], "an empty one would erase what Moodle has"
    assert [row[0] for row in mine[1:]] == [
        "Participant 10",
        "Participant 20",
        "Participant 30",
        "Participant 40",
    ]
    assert [row[mine[0].index("Grade")] for row in mine[1:]] == ["55.5", "0", "70", ""]
    assert {row[mine[0].index("Maximum grade")] for row in mine[1:]} == {"100"}


def test_moodle_gradebook_for_several_assignments(graded, tmp_path):
    roster = roster_of(tmp_path, OWN.replace("login_id", "id_number").replace(",s4,dan,", ",s4,,"))
    mine = rows(export(graded, tmp_path / "g.csv", to="moodle", roster=roster))
    assert mine == [
        ["Full name", "Email address", OTHER, NAME],  # one has no ID number, so it is no column
        ["Lovelace, Ada", "ada@example.org", "6.67", "55.5"],
        ["王小明", "ben@example.org", "", "0"],
        ["Cyd", "cyd@example.org", "", "70"],
        ["Dan", "dan@example.org", "", ""],
    ]


def test_moodle_needs_a_key_for_everyone(graded, tmp_path):
    roster = Roster((Student("ada", email="ada@example.org"), Student("ben", id_number="2")))
    with pytest.raises(CourseError, match="ben has no e-mail address"):
        export(graded, tmp_path / "g.csv", to="moodle", roster=roster)


# --- the gradebook


def test_the_gradebook_is_only_read(graded, tmp_path):
    before = (graded / "gradebook.db").read_bytes()
    export(graded, tmp_path / "grades.csv", to="canvas", roster=roster_of(tmp_path, OWN))
    assert (graded / "gradebook.db").read_bytes() == before
    assert [path.name for path in graded.iterdir()] == ["gradebook.db"]


def test_what_is_wrong_is_said(graded, tmp_path):
    roster = roster_of(tmp_path, OWN)
    for how, said in (
        ({"to": "excel"}, "'excel' is no format"),
        ({"to": "canvas"}, "Canvas knows students by its own numbers; give a roster"),
        ({"to": "moodle"}, "Moodle knows students by its own numbers; give a roster"),
        (
            {"to": "canvas", "roster": roster, "assignment": "07_loyalty"},
            "not 07_loyalty; run `relmark release 07`",
        ),
    ):
        with pytest.raises(CourseError) as error:
            export(graded, tmp_path / "grades.csv", **how)
        assert said in str(error.value)
    (graded / "gradebook.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(CourseError, match=r"gradebook\.db cannot be read"):
        export(graded, tmp_path / "grades.csv", to="canvas", roster=roster)
    with pytest.raises(CourseError, match=r"no gradebook\.db"):
        export(tmp_path, tmp_path / "grades.csv", to="canvas", roster=roster)
    assert not (tmp_path / "grades.csv").exists()


# --- for a spreadsheet


def table(done):
    heading, *cells = rows(done)
    return [dict(zip(heading, row, strict=True)) for row in cells]


def test_table_of_one_assignment(graded, tmp_path):
    roster = roster_of(tmp_path, OWN + "eve,,,,,,,\n")
    done = export(graded, tmp_path / "grades.csv", assignment=NAME, roster=roster)
    assert (done.unknown, done.missing, done.unread) == (("zoe",), ("eve",), ("cyd",))
    found = {row["student_id"]: row for row in table(done)}
    assert {student: (row["name"], row["score"]) for student, row in found.items()} == {
        "ada": ("Lovelace, Ada", "55.5"),
        "ben": ("王小明", "0"),
        "cyd": ("Cyd", "70"),
        "dan": ("Dan", ""),
        "eve": ("", ""),
        "zoe": ("", "0"),
    }, "no mark where nothing was handed in, and 0 only where it was earned"
    assert [
        found["ada"][part] for part in ("email", "raw_score", "late_submission_penalty", "max_score")
    ] == [
        "ada@example.org",
        "60.5",
        "5",
        "100",
    ]
    assert (found["dan"]["raw_score"], found["dan"]["late_submission_penalty"]) == ("", "")


def test_table_of_all_without_a_roster(graded, tmp_path):
    found = table(export(graded, tmp_path / "grades.csv"))
    assert [(row["assignment"], row["student_id"]) for row in found] == [
        (name, student) for name in (OTHER, NAME) for student in ("ada", "ben", "cyd", "dan", "zoe")
    ]
    assert {row["name"] for row in found} == {""}


def test_no_cell_of_the_table_is_run_by_a_spreadsheet(graded, tmp_path):
    hostile = ["=1+1", "@sum(a1)", "+cmd|x", "-2+3", "\tx", "\rx"]
    with warnings.catch_warnings(), Gradebook(f"sqlite:///{graded}/gradebook.db", course_id="") as book:
        warnings.simplefilter("ignore")
        for student in hostile:
            book.add_student(student)
        book.db.commit()
    roster = Roster(tuple(Student(student, name=student, email=student) for student in hostile))
    found = table(export(graded, tmp_path / "grades.csv", assignment=NAME, roster=roster))
    told = {cell for row in found for column in ("student_id", "name", "email") if (cell := row[column])}
    assert {f"'{student}" for student in hostile} <= told
    assert not [cell for cell in told if cell[0] in "=@+-\t\r"]
