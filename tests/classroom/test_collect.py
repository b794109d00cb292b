"""LMS downloads → submitted/: the names LMSs give, several versions, and zips that mean harm.

Where the names are from:
Canvas: lib/content_zipper.rb of instructure/canvas-lms (``get_filename`` joins the name, LATE and the user id,
``add_upload_submission`` the number of the file and its own name; anonymous: ``anon_<id>``), examples in the
READMEs of mikewesthad/canvas-unzipper and HCI-Data-Analysis/HCI-data-analysis.
Moodle: mod/assign/classes/downloader.php of moodle/moodle (folders by default, flat by preference; "Participant"
in blind marking; a group's name and number; ``assignsubmission_onlinetext`` for typed text).
nbgrader: ``FileNameCollectorPlugin`` and ``parse_utc`` for the form of a time.
"""

import os
import stat
import struct
import time
import unicodedata
import zipfile
from datetime import UTC, datetime

import pytest
from nbgrader.coursedir import CourseDirectory

from relmark_helpers.classroom.collect import collect, source
from relmark_helpers.classroom.roster import Roster, Student, under_own_ids
from relmark_helpers.errors import CourseError

NAME = "04_satisfaction"
NOTEBOOK = b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


@pytest.fixture
def place(tmp_path):
    (tmp_path / "course").mkdir()
    return tmp_path / "course"


def packed(path, files, when=(2026, 3, 2, 9, 30, 0)):
    """A zip; the content may be bytes, or a ZipInfo with bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items() if isinstance(files, dict) else files:
            entry = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return path


def gather(place, files, **how):
    return collect(place, NAME, packed(place.parent / "submissions.zip", files), **how)


def filed(place, student, name=f"{NAME}.ipynb"):
    return (place / "submitted" / student / NAME / name).read_bytes()


def tree(folder):
    return {
        file.relative_to(folder).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in folder.rglob("*")
        if file.is_file()
    }


def reasons(collection):
    return dict(collection.skipped)


# --- Canvas


def test_canvas_download(place):
    done = gather(
        place,
        {
            "smithbob_340934_208490284_04_satisfaction.ipynb": NOTEBOOK,  # after canvas-unzipper's smithbob_340934_208490284_BobsWork.zip
            "smithbob_340934_208490285_data.csv": b"a,b\n",
            "wellslane_LATE_334244_394803489_MyAssignment.ipynb": NOTEBOOK
            + b"\n",  # name_LATE_canvasid_number_assignment
        },
    )
    assert done.filed == ("smithbob", "wellslane")
    assert done.late == ("wellslane",)
    assert done.skipped == ()
    assert done.named == (
        ("smithbob", "smithbob (canvas 340934)"),
        ("wellslane", "wellslane (canvas 334244)"),
    )
    assert filed(place, "smithbob") == NOTEBOOK
    assert filed(place, "smithbob", "data.csv") == b"a,b\n"
    assert filed(place, "wellslane") == NOTEBOOK + b"\n"
    assert sorted(path.name for path in (place / "submitted").iterdir()) == ["smithbob", "wellslane"]
    assert [path.name for path in place.iterdir()] == ["submitted"], "no scratch is left"


def test_canvas_dates_every_entry_with_the_download_so_it_is_no_time_of_handing_in(place):
    gather(place, {"smithbob_1_2_04_satisfaction.ipynb": NOTEBOOK})
    assert not (place / "submitted" / "smithbob" / NAME / "timestamp.txt").exists()


@pytest.mark.parametrize(
    "names",
    [
        [
            "smithbob_1_11_04_satisfaction.ipynb",
            "smithbob_1_12_04_satisfaction-1.ipynb",
            "smithbob_1_13_04_satisfaction-2.ipynb",
        ],
        ["smithbob_1_13_homework-9.ipynb", "smithbob_1_12_homework-10.ipynb"],  # by number, not by spelling
        [
            "smithbob_1_9_homework.ipynb",
            "smithbob_1_10_homework.ipynb",
        ],  # the same name and time: the later file number
    ],
)
def test_canvas_resubmissions_the_newest_is_taken(place, names):
    files = {name: NOTEBOOK + str(number).encode() for number, name in enumerate(names)}
    gather(place, files)
    assert filed(place, "smithbob") == NOTEBOOK + str(len(names) - 1).encode()
    done = gather(place, dict(reversed(files.items())))
    assert done.unchanged == ("smithbob",)
    assert sorted(reasons(done)) == sorted(names[:-1])
    assert all("earlier version" in sentence for sentence in reasons(done).values())


def test_canvas_names_of_several_parts_anonymous_and_typed(place):
    done = gather(
        place,
        {
            "late_7_8_LATE_9_10_x.ipynb": NOTEBOOK,  # a name is in small letters: this one is not late
            "some999_1234guy_21_31_2024_11_essay.ipynb": NOTEBOOK,  # numbers in the name and in the file's own
            "LATE_anon_a1B2c_41_04_satisfaction.ipynb": NOTEBOOK,
            "王小明_51_61_作业.ipynb": NOTEBOOK,
            "jonesamy_71_text.html": b"<p>",
            "jonesamy_LATE_71_link.html": b"<p>",
        },
    )
    assert done.filed == ("anon.a1b2c", "late", "some999_1234guy", "王小明")
    assert done.late == ("anon.a1b2c",)
    assert all("typed into Canvas" in sentence for sentence in reasons(done).values())
    assert len(done.skipped) == 2


ROSTER = Roster(
    (
        Student(
            "bsmith3", name="Smith, Bob", canvas_id="340934", moodle_id="123456", email="bob@example.org"
        ),
        Student("li.wei", name="Li Wei", canvas_id="99", moodle_id="123457", id_number="20260007"),
        Student("ada", name="Ada Lovelace", login_id="al12"),
    )
)


def test_canvas_by_roster(place):
    done = gather(
        place,
        {
            "smithbob_340934_1_x.ipynb": NOTEBOOK,
            "weili_99_2_x.ipynb": NOTEBOOK,  # the number counts, not the name
            "lovelaceada_55_3_x.ipynb": NOTEBOOK,  # no number on the roster: by name, either way round
            "smithbob_7_4_x.ipynb": NOTEBOOK,  # another Bob Smith
        },
        roster=ROSTER,
    )
    assert done.filed == ("ada", "bsmith3", "li.wei")
    assert done.named == ()
    assert list(reasons(done)) == ["smithbob_7_4_x.ipynb"]
    assert "not on the roster" in done.skipped[0][1]


# --- Moodle


@pytest.mark.parametrize(
    "form",
    [
        "{}_assignsubmission_file/{}",  # folders, since 3.11
        "{}_assignsubmission_file_/{}",  # folders, before: clean_filename(prefix . '_' . type . '_')
        "{}_assignsubmission_file_{}",  # flat
    ],
)
def test_moodle_download(place, form):
    done = gather(
        place,
        {
            form.format("Jane Smith_12345", "04_satisfaction.ipynb"): NOTEBOOK,
            form.format("Jane Smith_12345", "notes_1.txt"): b"notes",
            form.format("NAILA HAFIDZ BACHTIAR_10019166", "DRRA_SI4751_JURNAL1.ipynb"): NOTEBOOK,
            form.format("LÓPEZ GARCÍA ANA_7", "tarea.ipynb"): NOTEBOOK,
            form.format("王 小明_8", "作业 4.ipynb"): NOTEBOOK,
        },
    )
    assert done.filed == ("jane.smith", "lópez.garcía.ana", "naila.hafidz.bachtiar", "王.小明")
    assert done.skipped == ()
    assert filed(place, "jane.smith", "notes_1.txt") == b"notes"
    assert not list(place.rglob("timestamp.txt"))


def test_moodle_blind_typed_and_deeper_folders(place):
    done = gather(
        place,
        {
            "Participant_38950_assignsubmission_file/task/x.ipynb": NOTEBOOK,
            "Participant_38950_assignsubmission_file/task/data/a.csv": b"1",
            "Participant_38951_assignsubmission_file/x.ipynb": NOTEBOOK,
            "Jane Smith_5_assignsubmission_onlinetext/onlinetext.html": b"<p>",
            "Amy_6_assignsubmission_onlinetext_onlinetext.html": b"<p>",
            "Group A_28387_assignsubmission_file/x.ipynb": NOTEBOOK,
        },
    )
    assert done.filed == ("group.a", "participant.38950", "participant.38951")
    assert filed(place, "participant.38950", "data/a.csv") == b"1", "as it lay beside the notebook"
    assert [sentence.startswith("It was typed into Moodle") for _, sentence in done.skipped] == [True, True]


def test_moodle_by_roster_and_a_worksheet_of_another_assignment(place):
    done = gather(
        place,
        {
            "Bob Smith_123456_assignsubmission_file/x.ipynb": NOTEBOOK,
            "Ada Lovelace_123457_assignsubmission_file/x.ipynb": NOTEBOOK,  # the number of Li Wei
            "Participant_9_assignsubmission_file/x.ipynb": NOTEBOOK,
        },
        roster=ROSTER,
    )
    assert done.filed == ("bsmith3",)
    told = reasons(done)
    assert "has the number of Li Wei" in told["Ada Lovelace_123457_assignsubmission_file/x.ipynb"]
    assert "not on the roster" in told["Participant_9_assignsubmission_file/x.ipynb"]


def test_two_people_of_one_name_are_not_mixed(place):
    names = [f"Jane Smith_{number}_assignsubmission_file/x.ipynb" for number in (1, 2)]
    done = gather(place, dict.fromkeys([*names, "Amy_3_assignsubmission_file/x.ipynb"], NOTEBOOK))
    assert done.filed == ("amy",)
    assert sorted(reasons(done)) == names
    assert "would both be jane.smith" in done.skipped[0][1]


# --- plain


def test_plain_folders_and_files(place):
    done = gather(
        place,
        {
            "ada/04_satisfaction.ipynb": NOTEBOOK,
            "ada/helper.py": b"x = 1",
            "ben/04_satisfaction/04_satisfaction.ipynb": NOTEBOOK,  # as in nbgrader's submitted/
            "ben/04_satisfaction/timestamp.txt": b"2015-02-02 15:58:23.948203 America/Los_Angeles",  # nbgrader's own tests
            "Li Wei.ipynb": NOTEBOOK,
        },
    )
    assert done.filed == ("ada", "ben", "li.wei")
    assert done.named == (("li.wei", "Li Wei"),)
    assert filed(place, "ada", "helper.py") == b"x = 1"
    times = {
        student: CourseDirectory().get_existing_timestamp(str(place / "submitted" / student / NAME))
        for student in done.filed
    }
    local = datetime(2026, 3, 2, 9, 30).astimezone(UTC).replace(tzinfo=None)
    assert times == {"ada": local, "li.wei": local, "ben": datetime(2015, 2, 2, 23, 58, 23)}


def test_plain_by_roster(place):
    names = ["al12.ipynb", "bob@example.org/x.ipynb", "20260007.ipynb", "eve.ipynb"]
    done = gather(place, dict.fromkeys(names, NOTEBOOK), roster=ROSTER)
    assert done.filed == ("ada", "bsmith3", "li.wei")
    assert list(reasons(done)) == ["eve.ipynb"]


@pytest.mark.parametrize(
    ("names", "students"),
    [
        (["all/smithbob_1_2_x.ipynb", "all/lee_3_4_x.ipynb"], ("lee", "smithbob")),
        (["all/Amy_1_assignsubmission_file/x.ipynb"], ("amy",)),
        (["all/ada/x.ipynb", "all/ben/x.ipynb"], ("ada", "ben")),
        (["all/ada.ipynb", "all/ben.ipynb"], ("ada", "ben")),
        (["ada/04_satisfaction.ipynb"], ("ada",)),
        (["ada/04_satisfaction.ipynb", "ada/04_satisfaction-1.ipynb"], ("ada",)),
        (["ada/04_satisfaction/04_satisfaction.ipynb", "ada/04_satisfaction/data/a.csv"], ("ada",)),
    ],
)
def test_one_folder_around_everything(place, names, students):
    assert gather(place, dict.fromkeys(names, NOTEBOOK)).filed == students


def test_unpacked_folder(place, tmp_path):
    folder = tmp_path / "unpacked"
    name = unicodedata.normalize("NFD", "José Núñez_12_assignsubmission_file")  # as macOS keeps names
    (folder / name).mkdir(parents=True)
    (folder / name / "x.ipynb").write_bytes(NOTEBOOK)
    (folder / "ada").mkdir()
    (folder / "ada" / "x.ipynb").write_bytes(NOTEBOOK)
    os.utime(folder / "ada" / "x.ipynb", (1_700_000_000, 1_700_000_000))  # 2023-11-14 22:13:20 UTC
    (folder / "ben").mkdir()
    (folder / "ben" / "x.ipynb").symlink_to(folder / "ada" / "x.ipynb")
    done = collect(place, NAME, folder)
    assert done.filed == ("ada", "josé.núñez")
    assert "\u0301" not in done.filed[1]
    assert reasons(done)["ben/x.ipynb"].startswith("It is a link")
    assert filed(place, "ada", "timestamp.txt") == b"2023-11-14 22:13:20 UTC"


# --- which notebook


def test_notebook_among_others(place):
    done = gather(
        place,
        {
            "ada/04 Satisfaction (1).ipynb": NOTEBOOK,
            "ada/scratch.ipynb": b"{}",
            "ben/a.ipynb": b"{}",
            "ben/b.ipynb": b"{}",
            "cyd/report.pdf": b"%PDF",
            "cyd/code.py": b"",
            "dan/work.zip": b"PK",
            "eve/x.ipynb": NOTEBOOK,
            "eve/all.ZIP": b"PK",
        },
    )
    assert done.filed == ("ada", "eve")
    assert filed(place, "ada") == NOTEBOOK
    assert not (place / "submitted" / "eve" / NAME / "all.ZIP").exists()
    told = reasons(done)
    assert told["ada/scratch.ipynb"] == "It is another notebook; 04 Satisfaction (1).ipynb was taken."
    assert "several notebooks (a.ipynb, b.ipynb)" in told["ben/a.ipynb"]
    assert (
        told["cyd/report.pdf"] == "There is no notebook of cyd, only report.pdf, code.py; ask for the .ipynb."
    )
    assert (
        told["dan/work.zip"] == told["eve/all.ZIP"] == "It is packed once more; ask for the notebook itself."
    )
    assert len(done.skipped) == 5


def test_nothing_says_whose(place):
    done = gather(place, {"04_satisfaction.ipynb": NOTEBOOK, "readme.txt": b"", "ada.ipynb": NOTEBOOK})
    assert done.filed == ("ada",)
    assert {sentence.partition(";")[0] for _, sentence in done.skipped} == {"Nothing says whose it is"}


def test_what_systems_leave_behind_is_passed_over(place):
    names = [
        ".DS_Store",
        "__MACOSX/ada/._x.ipynb",
        "ada/.ipynb_checkpoints/x-checkpoint.ipynb",
        "ada/Thumbs.db",
        "ada/x.ipynb",
    ]
    done = gather(place, dict.fromkeys(names, NOTEBOOK))
    assert (done.filed, done.skipped) == (("ada",), ())
    assert sorted(path.name for path in (place / "submitted/ada" / NAME).iterdir()) == [
        f"{NAME}.ipynb",
        "timestamp.txt",
    ]


def test_a_time_that_a_student_hands_in_is_not_believed(place):
    folder = "Jane_1_assignsubmission_file"
    gather(place, {f"{folder}/x.ipynb": NOTEBOOK, f"{folder}/timestamp.txt": b"2000-01-01 00:00:00 UTC"})
    assert not (place / "submitted" / "jane" / NAME / "timestamp.txt").exists()


# --- again


def test_again_changes_nothing_and_a_change_replaces(place):
    files = {
        "smithbob_1_2_x.ipynb": NOTEBOOK,
        "leeann_LATE_3_4_x.ipynb": NOTEBOOK,
        "leeann_LATE_3_5_a.csv": b"1",
    }
    gather(place, files)
    before = tree(place)
    again = collect(place, NAME, packed(place.parent / "later.zip", files, when=(2026, 4, 1, 0, 0, 0)))
    assert (again.filed, again.replaced, again.unchanged, again.late) == (
        (),
        (),
        ("leeann", "smithbob"),
        ("leeann",),
    )
    assert tree(place) == before

    files = {"smithbob_1_7_x-1.ipynb": NOTEBOOK + b"\n", "leeann_LATE_3_4_x.ipynb": NOTEBOOK}
    changed = gather(place, files)
    assert (changed.filed, changed.replaced, changed.unchanged) == ((), ("leeann", "smithbob"), ())
    assert filed(place, "smithbob") == NOTEBOOK + b"\n"
    assert not (place / "submitted" / "leeann" / NAME / "a.csv").exists()


def test_an_older_one_does_not_replace_a_newer(place):
    gather(place, {"ada.ipynb": NOTEBOOK})
    before = tree(place)
    older = packed(place.parent / "older.zip", {"ada.ipynb": b"{}"}, when=(2026, 3, 1, 0, 0, 0))
    done = collect(place, NAME, older)
    assert "holds a newer one" in reasons(done)["ada.ipynb"]
    assert tree(place) == before


def test_other_submissions_of_the_student_stay(place):
    other = place / "submitted" / "ada" / "00_start_here" / "00_start_here.ipynb"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"{}")
    assert gather(place, {"ada.ipynb": NOTEBOOK}).filed == ("ada",)
    assert other.read_bytes() == b"{}"


def test_a_linked_place_is_not_followed(place, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (place / "submitted").mkdir()
    (place / "submitted" / "ada").symlink_to(tmp_path / "elsewhere")
    done = gather(place, {"ada.ipynb": NOTEBOOK, "ben.ipynb": NOTEBOOK})
    assert done.filed == ("ben",)
    assert "is a link" in reasons(done)["ada.ipynb"]
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_disk_that_refuses_leaves_the_submission_of_before(place, monkeypatch):
    gather(place, {"ada.ipynb": NOTEBOOK})
    before = tree(place)
    rename = type(place).rename

    def refuse(path, target):
        if ".collect-" in str(path) and path.parent.name == "new":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(type(place), "rename", refuse)
    with pytest.raises(CourseError, match="No space left"):
        gather(place, {"ada.ipynb": NOTEBOOK + b"\n"})
    assert tree(place) == before


# --- hostile zips


GOOD = ("ada.ipynb", NOTEBOOK)


@pytest.mark.parametrize(
    "name",
    [
        "../evil/x.ipynb",
        "a/../../evil.ipynb",
        "/etc/evil.ipynb",
        "C:/evil.ipynb",
        "c:evil.ipynb",
        "a\\..\\evil.ipynb",
        "a//evil.ipynb",
        "./evil.ipynb",
        "a/evil\x1b[2J.ipynb",
        "a/" + "x" * 260 + ".ipynb",
        "a/" * 600 + "x.ipynb",
    ],
)
def test_paths_that_lead_elsewhere_are_refused(place, name):
    before = sorted(place.parent.rglob("*"))
    done = gather(place, [GOOD, (name, NOTEBOOK)])
    assert done.filed == ("ada",)
    assert len(done.skipped) == 1
    assert done.skipped[0][0].isprintable()
    made = set(place.parent.rglob("*")) - set(before)
    submitted = place / "submitted"
    assert all(
        path == submitted or submitted / "ada" in [path, *path.parents]
        for path in made
        if path.suffix != ".zip"
    )


def test_nul_in_a_name_is_refused(place):
    path = packed(place.parent / "nul.zip", [GOOD, ("ben.ipynbXevil", NOTEBOOK)])
    path.write_bytes(path.read_bytes().replace(b"ben.ipynbXevil", b"ben.ipynb\0evil"))
    done = collect(place, NAME, path)
    assert done.filed == ("ada",)
    assert "signs that no file name may hold" in done.skipped[0][1]


@pytest.mark.parametrize("name", ["CON", "aux.txt", "com1.csv", "what?.csv", "a:b.csv", "dot.", "blank "])
def test_names_that_windows_refuses_are_not_written(place, name):
    done = gather(place, [("ada/x.ipynb", NOTEBOOK), (f"ada/{name}", b"1")])
    assert done.filed == ("ada",)
    assert reasons(done) == {f"ada/{name}": "Windows allows no file of this name; ask for it under another."}


def test_a_student_named_like_a_device(place):
    assert gather(place, {"nul.ipynb": NOTEBOOK}).filed == ("nul_",)


def test_links_and_devices_are_refused(place):
    entries = [GOOD]
    for name, kind in (("ben.ipynb", stat.S_IFLNK), ("cyd.ipynb", stat.S_IFIFO), ("dan.ipynb", stat.S_IFCHR)):
        entry = zipfile.ZipInfo(name)
        entry.create_system = 3
        entry.external_attr = (kind | 0o777) << 16
        entries.append((entry, b"/etc/passwd"))
    done = gather(place, entries)
    assert done.filed == ("ada",)
    assert [sentence.startswith("It is a link") for _, sentence in done.skipped] == [True] * 3


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_is_there_twice_is_refused(place):
    done = gather(
        place,
        [
            GOOD,
            ("ben.ipynb", NOTEBOOK),
            ("ben.ipynb", b"{}"),
            ("cyd/x.ipynb", NOTEBOOK),
            ("cyd/X.ipynb", b"{}"),
        ],
    )
    assert done.filed == ("ada",)
    assert sorted(reasons(done)) == ["ben.ipynb", "cyd/X.ipynb", "cyd/x.ipynb"]


def test_a_file_and_a_folder_of_one_name(place):
    done = gather(place, [("ada/x.ipynb", NOTEBOOK), ("ada/a", b"1"), ("ada/a/b", b"2")])
    assert done.filed == ("ada",)
    assert "Another file has its place" in reasons(done)["ada/a/b"]


def test_encrypted_entries_are_refused(place):
    path = packed(place.parent / "locked.zip", [GOOD, ("ben.ipynb", NOTEBOOK)])
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)  # ben's header in the directory
    content[at + 8] |= 1
    path.write_bytes(content)
    done = collect(place, NAME, path)
    assert done.filed == ("ada",)
    assert reasons(done) == {"ben.ipynb": "It is encrypted; ask for it without a password."}


def test_unusual_packing_is_refused(place):
    path = place.parent / "lzma.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ada.ipynb", NOTEBOOK)
        archive.writestr("ben.ipynb", NOTEBOOK, zipfile.ZIP_LZMA)
    done = collect(place, NAME, path)
    assert done.filed == ("ada",)
    assert "packed in an unusual way" in reasons(done)["ben.ipynb"]


def test_a_damaged_entry_does_not_stop_the_others(place):
    path = place.parent / "damaged.zip"
    with zipfile.ZipFile(path, "w") as archive:  # stored, so that the content can be found
        archive.writestr("ada.ipynb", NOTEBOOK)
        archive.writestr("ben.ipynb", b"B" * 100)
    path.write_bytes(path.read_bytes().replace(b"B" * 100, b"B" * 99 + b"C"))
    done = collect(place, NAME, path)
    assert done.filed == ("ada",)
    assert "damaged (Bad CRC-32" in reasons(done)["ben.ipynb"]
    assert not (place / "submitted" / "ben").exists()


@pytest.mark.parametrize(
    "break_it", [lambda b: b[: len(b) // 2], lambda b: b"", lambda b: b"no zip" * 9, lambda b: b[:-30]]
)
def test_a_damaged_zip_leaves_the_course_as_it_was(place, break_it):
    gather(place, {"ada.ipynb": NOTEBOOK})
    before = tree(place)
    path = packed(place.parent / "half.zip", {"ben.ipynb": NOTEBOOK})
    path.write_bytes(break_it(path.read_bytes()))
    with pytest.raises(CourseError, match="download it again"):
        collect(place, NAME, path)
    assert tree(place) == before


def test_a_bomb_by_ratio_is_refused(place):
    done = gather(place, [GOOD, ("ben.ipynb", b"\0" * (8 * 1024 * 1024))])
    assert done.filed == ("ada",)
    assert "zip bomb" in reasons(done)["ben.ipynb"]


def test_a_large_notebook_of_like_output_is_no_bomb(place):
    line = "".join(chr(65 + number * 7 % 26) for number in range(97))
    content = "\n".join(f"{line} {number}" for number in range(50_000)).encode()
    assert len(content) > 4 * source.MEGABYTE
    assert gather(place, {"ada.ipynb": content}).skipped == ()


def test_declared_sizes_over_the_limit_are_not_read(place, monkeypatch):
    path = packed(place.parent / "large.zip", [GOOD, ("ben.ipynb", NOTEBOOK)])
    lie(path, "ben.ipynb", 65 * 1024 * 1024)
    done = collect(place, NAME, path)
    assert (done.filed, reasons(done)) == (
        ("ada",),
        {"ben.ipynb": "It is over 64 MB; ask for a smaller file."},
    )

    for number in range(2):
        lie(path, ["ada.ipynb", "ben.ipynb"][number], 3 * 1024**3)
    with pytest.raises(CourseError, match="zip bomb"):
        collect(place, NAME, path)


def lie(path, name, size):
    """Write another size into the header of the directory."""
    content = bytearray(path.read_bytes())
    at = content.rindex(name.encode()) - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<I", content, at + 24, size)
    path.write_bytes(content)


def test_a_size_that_lies_is_found_out(place):
    path = packed(place.parent / "lie.zip", [GOOD, ("ben.ipynb", b"\0" * (8 * 1024 * 1024))])
    lie(path, "ben.ipynb", 10)
    done = collect(place, NAME, path)
    assert done.filed == ("ada",)
    assert "damaged" in reasons(done)["ben.ipynb"]


def test_limits_count_what_is_really_read(place, monkeypatch):
    noise = [os.urandom(300) for _ in range(4)]
    monkeypatch.setattr(source, "SUBMISSION_LIMIT", 500)
    done = gather(place, [GOOD, ("ben/x.ipynb", noise[0]), ("ben/a.bin", noise[1])])
    assert done.filed == ("ada",)
    assert "The submission is over" in reasons(done)["ben/x.ipynb"]
    assert not (place / "submitted" / "ben").exists()

    before = tree(place)
    monkeypatch.setattr(source.Allowance.__init__, "__defaults__", (700,))
    with pytest.raises(CourseError, match="in all; nothing was collected"):
        gather(place, {f"s{number}.ipynb": content for number, content in enumerate(noise)})
    assert tree(place) == before
    assert [path.name for path in place.iterdir()] == ["submitted"]


def test_too_many_entries(place, monkeypatch):
    monkeypatch.setattr(source, "ENTRY_LIMIT", 3)
    with pytest.raises(CourseError, match="4 entries"):
        gather(place, {f"s{number}.ipynb": NOTEBOOK for number in range(4)})


# --- letters


def test_names_in_utf8_and_cp437_without_the_flag(place):
    path = place.parent / "letters.zip"
    plain = ["XXXXXX_1_2_a.ipynb", "YYYY_3_4_a.ipynb"]
    packed(path, dict.fromkeys(plain, NOTEBOOK))
    content = path.read_bytes()
    content = content.replace(b"XXXXXX", "王明".encode()).replace(b"YYYY", "José".encode("cp437"))
    path.write_bytes(content)
    assert collect(place, NAME, path).filed == ("josé", "王明")


def test_composed_and_decomposed_names_are_one(place):
    name = "José_1_assignsubmission_file/x.ipynb"
    gather(place, {unicodedata.normalize("NFD", name): NOTEBOOK})
    assert gather(place, {unicodedata.normalize("NFC", name): NOTEBOOK}).unchanged == ("josé",)


# --- wrong inputs


@pytest.mark.parametrize(
    ("name", "said"),
    [("nothing.zip", "There is no"), ("empty", "holds no file"), ("notebook.ipynb", "is no zip")],
)
def test_wrong_sources_are_said(place, name, said):
    (place.parent / "empty").mkdir()
    (place.parent / "notebook.ipynb").write_bytes(NOTEBOOK)
    with pytest.raises(CourseError, match=said):
        collect(place, NAME, place.parent / name)
    assert list(place.iterdir()) == []


def test_a_roster_cannot_lead_out_of_the_course(place):
    with pytest.raises(CourseError, match="cannot be a student id"):
        gather(place, {"smithbob_1_2_x.ipynb": NOTEBOOK}, roster=Roster((Student("../evil", canvas_id="1"),)))
    assert list(place.iterdir()) == []


def test_wrong_course_or_assignment(place):
    with pytest.raises(CourseError, match="no course folder"):
        collect(place / "nowhere", NAME, place)
    with pytest.raises(CourseError, match="cannot be the name of an assignment"):
        collect(place, "../evil", place)


def test_a_class_of_three_hundred_is_quick(place):
    files = {f"student{number}_{number}_{number}_x.ipynb": NOTEBOOK for number in range(300)}
    began = time.perf_counter()
    assert len(gather(place, files).filed) == 300
    assert time.perf_counter() - began < 10


# --- older and newer downloads


def download(place, name, content, day, kind="canvas"):
    entry = {
        "canvas": f"smithbob_340934_{day}_x.ipynb",
        "moodle": "Bob Smith_123456_assignsubmission_file/x.ipynb",
        "plain": "bsmith3.ipynb",
    }[kind]
    return packed(place.parent / name, {entry: content}, when=(2026, 3, day, 9, 30, 0))


@pytest.mark.parametrize("kind", ["canvas", "moodle", "plain"])
@pytest.mark.parametrize("unpacked", [False, True])
def test_an_older_download_takes_nothing_away(place, kind, unpacked):
    """The review's case: last week's zip collected again by mistake."""
    old, new = b'{"is": "old"}', b'{"is": "new"}'
    older, newer = download(place, "a.zip", old, 2, kind), download(place, "b.zip", new, 4, kind)
    assert collect(place, NAME, newer, roster=ROSTER).filed == ("bsmith3",)
    if unpacked:  # as an archive program unpacks it: with the dates that stand in it
        folder = place.parent / "unpacked"
        with zipfile.ZipFile(older) as archive:
            for entry in archive.infolist():
                file = folder / entry.filename
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(archive.read(entry))
                at = datetime(*entry.date_time).timestamp()
                os.utime(file, (at, at))
        older = folder
    kept = collect(place, NAME, older, roster=ROSTER)
    assert (kept.replaced, kept.unchanged, filed(place, "bsmith3")) == ((), (), new)
    ((_, says),) = kept.skipped
    assert "holds a newer one, of 2026-03-04 09:30; this one is of 2026-03-02 09:30" in says
    forced = collect(place, NAME, older, roster=ROSTER, replace=True)
    assert (forced.replaced, filed(place, "bsmith3")) == (("bsmith3",), old)
    again = collect(place, NAME, newer, roster=ROSTER)
    ((student, was, now),) = again.exchanged
    assert (again.replaced, student, was, filed(place, "bsmith3")) == (
        ("bsmith3",),
        "bsmith3",
        "2026-03-02 09:30",
        new,
    )
    assert now.endswith(" of 2026-03-04 09:30")


def test_what_came_another_way_is_as_old_as_its_file(place):
    target = place / "submitted" / "bsmith3" / NAME
    target.mkdir(parents=True)
    (target / f"{NAME}.ipynb").write_bytes(b"{}")
    at = datetime(2026, 3, 3, 12, 0).timestamp()
    os.utime(target / f"{NAME}.ipynb", (at, at))
    older = collect(place, NAME, download(place, "a.zip", NOTEBOOK, 2), roster=ROSTER)
    assert (older.replaced, filed(place, "bsmith3")) == ((), b"{}")
    newer = collect(place, NAME, download(place, "b.zip", NOTEBOOK, 4), roster=ROSTER)
    assert (newer.replaced, filed(place, "bsmith3")) == (("bsmith3",), NOTEBOOK)


def test_where_nothing_says_how_old_it_is_the_one_that_is_there_stays(place):
    gather(place, {"ada.ipynb": NOTEBOOK})
    undated = packed(place.parent / "undated.zip", {"ada.ipynb": b"{}"}, when=(1980, 1, 1, 0, 0, 0))
    done = collect(place, NAME, undated)
    assert (filed(place, "ada"), done.replaced) == (NOTEBOOK, ())
    assert "Nothing says whether it is newer" in reasons(done)["ada.ipynb"]
    assert "--replace" in reasons(done)["ada.ipynb"]
    assert collect(place, NAME, undated, replace=True).exchanged == (
        ("ada", "2026-03-02 09:30", "ada.ipynb"),
    )
    assert filed(place, "ada") == b"{}"


def test_who_has_handed_in_nothing(place):
    assert gather(place, {"ada.ipynb": NOTEBOOK}, roster=ROSTER).absent == ("bsmith3", "li.wei")
    assert gather(place, {"bsmith3.ipynb": NOTEBOOK}, roster=ROSTER).absent == ("li.wei",), "ada did before"
    assert gather(place, {"ada.ipynb": NOTEBOOK}).absent == (), "nobody knows without a roster"


# --- one name for several


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        ("Jane Smith_5_assignsubmission_file/x.ipynb", "grading worksheet of this assignment"),
        ("smithjane_5_6_x.ipynb", "canvas_id"),
        ("Jane Smith.ipynb", "the id of its student"),
    ],
)
def test_namesakes_are_told_what_helps(place, entry, remedy):
    janes = Roster(
        (Student("jane1", name="Smith, Jane"), Student("jane2", name="Jane Smith"), Student("ada"))
    )
    done = gather(place, {entry: NOTEBOOK, "ada.ipynb": NOTEBOOK}, roster=janes)
    assert done.filed == ("ada",)
    assert "may be jane1 and jane2, who share the name" in reasons(done)[entry]
    assert remedy in reasons(done)[entry]


def test_the_remedy_for_namesakes_of_moodle_helps(place):
    """Its worksheet has numbers, and the addresses lead from them to the ids of the course."""
    own = Roster(
        (Student("jane1", name="Jane Smith", email="j1@x"), Student("jane2", name="Jane Smith", email="j2@x"))
    )
    sheet = Roster(
        (
            Student("j1@x", name="Jane Smith", email="j1@x", moodle_id="5"),
            Student("j2@x", name="Jane Smith", email="j2@x", moodle_id="6"),
        ),
        "worksheet",
    )
    entries = {f"Jane Smith_{n}_assignsubmission_file/x.ipynb": NOTEBOOK + str(n).encode() for n in (5, 6)}
    assert gather(place, entries, roster=own).filed == ()
    done = gather(place, entries, roster=under_own_ids(sheet, own))
    assert (done.filed, filed(place, "jane2")) == (("jane1", "jane2"), NOTEBOOK + b"6")


CANVAS_CLASS = Roster(
    (
        Student("ada", name="Lovelace, Ada", canvas_id="340930"),
        Student("jnunez", name="Núñez, José", canvas_id="2"),
        Student("xm", name="王小明", canvas_id="3"),
        Student("bo", name="Smith, Bo", canvas_id="4"),
        Student("nameless", canvas_id="5"),
    )
)


@pytest.mark.parametrize(
    "entry", ["projectgroup3_340930_1001_x.ipynb", "team7_3_8_x.ipynb", "theowls_4_9_x.ipynb"]
)
def test_a_groups_file_is_not_filed_for_one_of_them(place, entry):
    done = gather(place, {entry: NOTEBOOK}, roster=CANVAS_CLASS)
    assert (done.filed, len(done.absent)) == ((), 5)
    assert "as a group's hand-in has; it was filed for nobody" in reasons(done)[entry]


@pytest.mark.parametrize(
    ("entry", "student"),
    [
        ("kingada_340930_9_x.ipynb", "ada"),  # married
        ("nunezjose_2_9_x.ipynb", "jnunez"),
        ("wangxiaoming_3_9_x.ipynb", "xm"),
        ("smithrobert_4_9_x.ipynb", "bo"),
        ("projectgroup3_5_9_x.ipynb", "nameless"),  # nothing to compare with
    ],
)
def test_another_form_of_a_name_is_still_the_same_person(place, entry, student):
    assert gather(place, {entry: NOTEBOOK}, roster=CANVAS_CLASS).filed == (student,)


def test_thousands_of_files_end_in_time(place):
    files = {f"ada/{number}.{kind}": b"" for number in range(2_500) for kind in ("zip", "csv")}
    some = Roster((*ROSTER.students, *(Student(f"s{number}") for number in range(400))))
    people = {f"p{number}.ipynb": b"" for number in range(4_000)}
    began = time.process_time()
    done = gather(place, {"ada/x.ipynb": NOTEBOOK, "bsmith3/x.ipynb": NOTEBOOK} | files, roster=some)
    strangers = gather(place, people, roster=some)
    assert time.process_time() - began < 10
    assert done.filed == ("bsmith3",)
    assert done.skipped == (
        ("ada/x.ipynb", "ada handed in 5,001 files, over 500; ask for the notebook and what it reads."),
    )
    assert len(strangers.skipped) == 4_000
