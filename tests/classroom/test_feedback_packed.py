"""All feedback pages in a zip, as Moodle takes them back or by the students' ids."""

import zipfile

import pytest
from sample_course import NAME

from relmark_helpers.classroom.feedback.packed import pack
from relmark_helpers.classroom.roster import Roster, Student
from relmark_helpers.errors import CourseError

WORKSHEET = Roster(
    (
        Student("ada", name="Ada_Augusta Lovelace/King", moodle_id="5500"),
        Student("wang", name="王 小明", moodle_id="5501"),
        Student("nobody", name="No Body", moodle_id="5502"),
        Student("anon", name="", moodle_id="5503"),
    ),
    "worksheet",
)


@pytest.fixture
def pages(tmp_path):
    for student in ("ada", "wang", "anon", "late.comer"):
        folder = tmp_path / "feedback" / student / NAME
        folder.mkdir(parents=True)
        (folder / f"{NAME}.html").write_text(f"<p>{student}")
        (folder / "submission_secret.txt").write_text("secret")
    return tmp_path


def contents(file):
    with zipfile.ZipFile(file) as opened:
        return {entry: opened.read(entry).decode() for entry in opened.namelist()}


def as_moodle_reads(entry):
    """Moodle's own way (importziplib.php): five parts at most, the number second, the file's name last."""
    _, number, kind, plugin, file = entry.split("_", 4)
    return number, kind, plugin, file


def test_moodle_finds_each_page_by_the_number(pages):
    packed = pack(pages, NAME, pages / "pages.zip", roster=WORKSHEET)
    assert packed.students == ("ada", "anon", "wang")
    assert packed.unknown == ("late.comer",)
    found = {as_moodle_reads(entry): page for entry, page in contents(packed.file).items()}
    assert found == {
        ("5500", "assignsubmission", "file", f"{NAME}.html"): "<p>ada",
        ("5501", "assignsubmission", "file", f"{NAME}.html"): "<p>wang",
        ("5503", "assignsubmission", "file", f"{NAME}.html"): "<p>anon",
    }
    assert not any("/" in entry or entry.startswith((".", "~")) for entry in contents(packed.file))


def test_without_a_worksheet_pages_are_called_by_the_ids(pages):
    own = Roster((Student("ada"),))
    for roster in (None, own):
        packed = pack(pages, NAME, pages / "pages.zip", roster=roster)
        assert sorted(contents(packed.file)) == ["ada.html", "anon.html", "late.comer.html", "wang.html"]
        assert packed.unknown == ()


def test_equal_pages_give_equal_bytes(pages):
    first = pack(pages, NAME, pages / "one.zip").file.read_bytes()
    assert pack(pages, NAME, pages / "two.zip").file.read_bytes() == first


def test_worksheet_of_others_is_said(pages):
    others = Roster((Student("x", moodle_id="1"),), "worksheet")
    with pytest.raises(CourseError, match="Nobody on the worksheet"):
        pack(pages, NAME, pages / "pages.zip", roster=others)
    assert not (pages / "pages.zip").exists()


def test_a_link_is_no_page(pages):
    page = pages / "feedback" / "ada" / NAME / f"{NAME}.html"
    page.unlink()
    page.symlink_to(pages / "feedback" / "wang" / NAME / f"{NAME}.html")
    try:
        packed = pack(pages, NAME, pages / "pages.zip")
    except CourseError:
        return
    assert "ada.html" not in contents(packed.file)
