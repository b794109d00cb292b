import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook import progress

WRITER = """
import sys
from relmark_helpers.notebook import progress
for number in range(200):
    assert progress.remember("quiz", f"{sys.argv[1]}-{number}", "顾客" * 50) == ""
"""


def kept_in(course):
    return sorted((course / ".relmark" / "progress").glob("*.jsonl"))


def test_the_latest_value_is_recalled_and_all_are_kept(own_course):
    assert progress.recall("prediction", "4.2") is None
    for value in ("Price", "服务", {"says": [1, None]}):
        assert progress.remember("prediction", "4.2", value) == ""
    progress.remember("quiz", "4.2", "other kind")
    assert progress.recall("prediction", "4.2") == {"says": [1, None]}
    assert list(progress.records()["value"]) == ["Price", "服务", {"says": [1, None]}, "other kind"]


def test_every_record_carries_its_time_with_zone(own_course):
    progress.remember("quiz", "a", 1)
    (line,) = kept_in(own_course)[0].read_text(encoding="utf-8").splitlines()
    assert datetime.fromisoformat(json.loads(line)["at"]).tzinfo is not None
    age = pd.Timestamp.now(tz="UTC") - progress.records()["at"][0]
    assert pd.Timedelta(0) <= age < pd.Timedelta(minutes=1)


def test_it_is_kept_in_the_course_folder_from_anywhere_below(own_course, monkeypatch):
    monkeypatch.chdir(own_course / "chapters")
    progress.remember("quiz", "a", 1)
    assert len(kept_in(own_course)) == 1


def test_two_notebooks_at_once_lose_nothing(own_course):
    library = {"PYTHONPATH": str(Path(progress.__file__).parents[2])}
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, name], cwd=own_course, env=os.environ | library)
        for name in ("one", "two")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    records = progress.records()
    assert set(records["key"]) == {f"{name}-{number}" for name in ("one", "two") for number in range(200)}
    assert len(records) == 400


def test_records_of_several_notebooks_are_in_the_order_of_time(own_course):
    progress.remember("quiz", "a", "early")
    other = kept_in(own_course)[0].with_name("0000-other.jsonl")
    later = {"at": "2999-01-01T00:00:00+08:00", "kind": "quiz", "key": "a", "value": "late"}
    other.write_text(json.dumps(later) + "\n")
    assert progress.recall("quiz", "a") == "late"


@pytest.mark.parametrize(
    "damage",
    [b"no json\n", b"\xff\xfe\n", b'{"kind": "quiz"}\n', b"[1]\n", b"null\n",
     b'{"at": "yesterday", "kind": "quiz", "key": "a", "value": 1}\n',
     b'{"at": "2026-01-01T00:00:00", "kind": "quiz", "key": "a", "value": 1}\n'],
)  # fmt: skip
def test_a_damaged_file_is_put_aside_and_nothing_is_lost(own_course, capsys, damage):
    progress.remember("quiz", "a", "before")
    (file,) = kept_in(own_course)
    whole = file.read_bytes() + damage
    file.write_bytes(whole)
    progress.remember("quiz", "b", "after")
    assert progress.recall("quiz", "a") == "before"
    said = capsys.readouterr()
    aside = [each for each in file.parent.iterdir() if ".damaged-" in each.name]
    assert said.err == ""
    assert (
        said.out
        == f"A part of your progress could not be read; it is kept in {aside[0]}, and the rest is used.\n"
    )
    assert aside[0].read_bytes().startswith(whole)
    assert progress.recall("quiz", "b") == "after"
    assert capsys.readouterr().out == ""  # said once


def test_a_line_that_is_being_written_is_left_alone(own_course, capsys):
    progress.remember("quiz", "a", 1)
    (file,) = kept_in(own_course)
    file.write_bytes(file.read_bytes() + b'{"at": "2026-01-')
    assert progress.recall("quiz", "a") == 1
    assert capsys.readouterr().out == ""
    progress.remember("quiz", "b", 2)
    assert progress.recall("quiz", "b") == 2


def test_forget_deletes_everything_once(own_course):
    progress.remember("quiz", "a", 1)
    assert progress.forget() == own_course / ".relmark" / "progress"
    assert progress.recall("quiz", "a") is None
    assert progress.forget() is None
    assert progress.remember("quiz", "a", 2) == ""
    assert progress.recall("quiz", "a") == 2


def test_nothing_is_kept_while_an_assignment_is_graded(own_course, monkeypatch):
    progress.remember("quiz", "a", 1)
    monkeypatch.setenv("RELMARK_STUDENT", "s1")
    assert progress.remember("quiz", "b", 2) == "Not kept: an assignment is being graded."
    assert progress.recall("quiz", "a") is None
    assert progress.forget() is None
    monkeypatch.delenv("RELMARK_STUDENT")
    assert list(progress.records()["key"]) == ["a"]


def test_nothing_is_kept_outside_a_course(nowhere):
    assert progress.remember("quiz", "a", 1) == "Not kept: this notebook is not in a course folder."
    assert progress.records().empty
    assert list(nowhere.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_a_sentence(own_course, capsys):
    (own_course / ".relmark").write_text("a file where the folder should be")
    assert progress.remember("quiz", "a", 1).startswith("Not kept: the course folder cannot be written to (")
    assert progress.recall("quiz", "a") is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_no_permission_is_a_sentence(own_course):
    own_course.chmod(0o500)
    try:
        assert "Permission denied" in progress.remember("quiz", "a", 1)
    finally:
        own_course.chmod(0o700)


def test_a_full_disk_is_a_sentence_and_earlier_records_stay(own_course, monkeypatch):
    progress.remember("quiz", "a", 1)
    (file,) = kept_in(own_course)
    whole = file.read_bytes()
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full to be a full disk")
    monkeypatch.setattr(progress, "_own_name", "full.jsonl")
    (file.parent / "full.jsonl").symlink_to("/dev/full")
    assert progress.remember("quiz", "b", 2) == (
        "Not kept: the course folder cannot be written to (No space left on device)."
    )
    assert file.read_bytes() == whole


def test_what_cannot_be_deleted_is_told(own_course, monkeypatch):
    progress.remember("quiz", "a", 1)

    def refuse(folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(progress.shutil, "rmtree", refuse)
    with pytest.raises(CourseError, match=r"Cannot delete .*Permission denied.*by hand"):
        progress.forget()
