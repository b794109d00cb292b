"""Rosters: our own columns, and the files of Canvas and Moodle as they are.

The headings are those of Canvas's gradebook export (lib/gradebook_exporter.rb of instructure/canvas-lms) and of
Moodle's grading worksheet (mod/assign/gradingtable.php and its English language file, moodle/moodle).
"""

import pytest

from relmark_helpers.classroom.roster import read_roster
from relmark_helpers.errors import CourseError


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "students.csv"
    path.write_bytes(text.encode(encoding))
    return path


def ids(roster):
    return [student.student_id for student in roster.students]


OWN = "student_id,name,email,canvas_id,sis_id,login_id,section,moodle_id,id_number\nAda ,Ada Lovelace,ada@example.org,4711,S1,al12,B,Participant 9,0017\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_own_columns(tmp_path, encoding, separator):
    roster = read_roster(written(tmp_path, OWN.replace(",", separator), encoding))
    (ada,) = roster.students
    assert (ada.student_id, ada.name, ada.email, ada.canvas_id, ada.sis_id, ada.login_id) == (
        "ada",
        "Ada Lovelace",
        "ada@example.org",
        "4711",
        "S1",
        "al12",
    )
    assert (ada.section, ada.moodle_id, ada.id_number) == ("B", "9", "0017")


def test_excels_first_line_blank_lines_and_line_ends(tmp_path):
    text = 'sep=;\r\nstudent_id;name\r\nada;"Lovelace; Ada"\r\n;\r\n\r\nＬI.WEI;王小明\r\n'
    roster = read_roster(written(tmp_path, text, "utf-8-sig"))
    assert ids(roster) == ["ada", "li.wei"]
    assert roster.students[0].name == "Lovelace; Ada"


CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,04 Satisfaction (12345),Assignments Current Score
,,,,,Manual Posting,
    Points Possible,,,,,100,(read only)
"Smith, Bob",340934,sis-100,BSmith3,Section A,,
"Student, Test",340999,,,Section A,,
"""


def test_canvas_gradebook_as_it_is(tmp_path):
    roster = read_roster(written(tmp_path, CANVAS))
    assert roster.form == "canvas"
    assert ids(roster) == ["bsmith3", "340999"], "the login, or the number where there is none"
    assert roster.by("canvas_id", "340934").name == "Smith, Bob"
    assert roster.points[5] == "100"


def test_canvas_with_first_and_last_names(tmp_path):
    text = "LastName,FirstName,ID,SIS Login ID,Section\n    Points Possible,,,,\nSmith,Bob,7,bsmith3,A\n"
    (bob,) = read_roster(written(tmp_path, text)).students
    assert (bob.student_id, bob.name, bob.canvas_id) == ("bsmith3", "Smith, Bob", "7")


WORKSHEET = """Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 123456","Jane Holloway",jane@example.org,"Submitted for grading",,100.00,Yes,-,-,
"""


def test_moodle_worksheet_as_it_is(tmp_path):
    roster = read_roster(written(tmp_path, WORKSHEET, "utf-8-sig"))
    (jane,) = roster.students
    assert (roster.form, jane.student_id, jane.moodle_id, jane.name) == (
        "worksheet",
        "jane@example.org",
        "123456",
        "Jane Holloway",
    )
    assert jane.row[0] == "Participant 123456"


def test_moodle_blind_worksheet(tmp_path):
    text = 'Identifier,Status,Grade,"Maximum grade","Last modified (grade)"\n"Participant 5",,,100,-\n'
    assert ids(read_roster(written(tmp_path, text))) == ["participant.5"]


def test_moodle_participants(tmp_path):
    text = '"First name","Last name","ID number","Email address"\nAna,López,,ana@example.org\nBo,Li,0042,bo@example.org\n'
    roster = read_roster(written(tmp_path, text))
    assert (roster.form, ids(roster)) == ("participants", ["ana@example.org", "0042"])
    assert roster.students[0].name == "Ana López"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("\n\n", "is empty"),
        ("student_id,name\n", "names no student"),
        ("id,name\nada,Ada\n", "has no column student_id; its columns are id, name"),
        ("student_id,email,email address\na,b,c\n", "two columns for email"),
        ("student_id\nada\n ADA \n", "has the student_id ada twice"),
        ("student_id,canvas_id\nada,7\nben,7\n", "has the canvas_id 7 twice"),
        ("student_id,moodle_id\nada,7\nben,Participant 7\n", "has the moodle_id 7 twice"),
        ("student_id,name\nada,Ada\n,Ben\n", "row 3: the student id is empty"),
        ("student_id\n../ada\n", "row 2: '../ada' cannot be a student id"),
        ("student_id\n..\n", "cannot be a student id"),
        ("student_id,name\nada,Lovelace, Ada\n", "row 2 has more cells than the heading"),
        ("student_id\nnul\n", "Windows allows no folder"),
        ("student_id\n" + "x" * 65 + "\n", "at most 64 characters"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, text, said):
    with pytest.raises(CourseError, match=r"students\.csv") as error:
        read_roster(written(tmp_path, text))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("student_id\nJosé\n".encode("latin-1"), "not written in UTF-8"),
        ("student_id\nada\n".encode("utf-16-le"), "not written in UTF-8"),
        (b"PK\x03\x04", "is a spreadsheet"),
    ],
)
def test_other_encodings_are_said(tmp_path, content, said):
    (tmp_path / "students.csv").write_bytes(content)
    with pytest.raises(CourseError, match=said):
        read_roster(tmp_path / "students.csv")


def test_no_file_is_said(tmp_path):
    with pytest.raises(CourseError, match="Cannot read the roster"):
        read_roster(tmp_path / "students.csv")


def test_names_are_found_in_any_order_and_never_guessed(tmp_path):
    text = 'student_id,name\nada,"O\'Neil, Ada Mary"\nben,Ben Lee\nben2,"Lee, Ben"\nwang,王 小明\n'
    roster = read_roster(written(tmp_path, text))
    assert roster.named("oneiladamary").student_id == "ada"
    assert roster.named("Ada Mary ONeil").student_id == "ada"
    assert roster.named("小明 王").student_id == "wang"
    assert roster.named("Ben Lee") is None, "there are two"
    assert roster.named("") is None
    assert roster.by("email", "") is None


# --- what spreadsheets do to it


def test_numbers_that_a_spreadsheet_made_decimal_are_read_as_they_were(tmp_path):
    text = 'student_id,name,canvas_id,sis_id,id_number\n12345.0,"Lovelace, Ada",340930.0,"77,00",17\n'
    (ada,) = read_roster(written(tmp_path, text)).students
    assert (ada.student_id, ada.canvas_id, ada.sis_id, ada.id_number) == ("12345", "340930", "77", "17")
    assert ada.row == ("12345", "Lovelace, Ada", "340930", "77", "17"), (
        "so does the file that goes to the LMS"
    )


@pytest.mark.parametrize(
    "column", ["student_id", "canvas_id", "sis_id", "login_id", "moodle_id", "id_number"]
)
@pytest.mark.parametrize("number", ["1.23E+09", "1,23E+09", "2e+15"])
def test_numbers_that_lost_digits_are_refused_by_row_and_reason(tmp_path, column, number):
    columns = ["student_id", column, "name"] if column != "student_id" else ["student_id", "name"]
    rows = [["ada", "17", "1E+5"][: len(columns)], ["bo", number, "x"]]
    if column == "student_id":
        rows = [["ada", "1E+5"], [number, "x"]]
    text = "\n".join(";".join(row) for row in [columns, *rows])
    with pytest.raises(CourseError) as told:
        read_roster(written(tmp_path, text))
    assert f"students.csv, row 3, {column}: a spreadsheet has rounded the number to {number}" in str(
        told.value
    )


def test_ids_that_were_two_and_are_one_are_refused(tmp_path):
    with pytest.raises(CourseError, match="canvas_id 7 twice"):
        read_roster(written(tmp_path, "student_id,canvas_id\nada,7\nbo,7.0\n"))


def test_zeros_that_may_be_lost_are_told(tmp_path):
    doubts = {
        text: read_roster(written(tmp_path, f"student_id,name\n{text}\n")).doubts
        for text in ("20260007,A\n42,B", "20260007,A\n20260008,B", "ada,A\n42,B")
    }
    assert [len(each) for each in doubts.values()] == [1, 0, 0]
    assert "ids of 8 digits and shorter ones (42)" in doubts["20260007,A\n42,B"][0]


def test_a_worksheet_with_a_long_text_typed_into_moodle(tmp_path):
    long = WORKSHEET.replace('"Last modified (grade)"', '"Online text","Last modified (grade)"').replace(
        "-,-,", f'-,"<p>{"x" * 200_000}",-,'
    )
    (jane,) = read_roster(written(tmp_path, long, "utf-8-sig")).students
    assert jane.moodle_id == "123456"
    assert len(max(jane.row, key=len)) > 200_000


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_worksheet_in_another_language_is_said(tmp_path, encoding):
    text = (
        'ID,"Vollständiger Name","E-Mail-Adresse",Status,Bewertung,Bestwertung,"Bewertung kann geändert werden",'
        '"Zuletzt geändert (Abgabe)","Zuletzt geändert (Bewertung)"\n'
        '"Teilnehmer/in101","Ada L.",ada@example.org,"Zur Bewertung abgegeben",,"10,00",Ja,-,-\n'
    )
    with pytest.raises(CourseError) as told:
        read_roster(written(tmp_path, text, encoding))
    for words in ("in another language", "Vollständiger Name", "Identifier", "language to English"):
        assert words in str(told.value)


def test_other_columns_are_named_with_those_that_are_wanted(tmp_path):
    with pytest.raises(
        CourseError, match=r"no column student_id; its columns are Vorname, Nachname\. Add one, or"
    ):
        read_roster(written(tmp_path, "Vorname,Nachname\nAda,Lovelace\n"))
