"""The journal is a file that anyone may change: what is no entry counts as absent, and is said."""

import json

import pytest
from sample_course import NAME

from relmark_helpers.classroom import journal
from relmark_helpers.classroom.journal import Entry, Event, Said
from relmark_helpers.cli.instructor import _tell_damaged

ENTRY = Entry(
    *("ada", NAME, "0a1b"),
    repairs=("A cell was put back.",),
    events=(Event("died", "", "The kernel died."),),
    said=(Said("1", "wrong", "No.", "04-1-check", given=[1, {"a": 2.5}], right="x"),),
)
CHANGES = [
    {"student": "bo"},
    {"assignment": "00_start_here"},
    {"status": "excellent"},
    {"key": 7},
    {"reason": None},
    {"repairs": "text"},
    {"repairs": [1]},
    {"events": {"kind": "died"}},
    {"events": [{"kind": "died", "cell": 3, "says": "x"}]},
    {"events": [["died", "", "x"]]},
    {"said": [{"task": 5, "outcome": "right", "says": "", "cell": ""}]},
    {"said": [{"task": "5", "outcome": ["right"], "says": "", "cell": ""}]},
    {"said": [{"task": "5"}]},
    {"seconds": "long"},
    {"reason": "\ud800"},
    {"more": 1},
]


@pytest.fixture
def file(tmp_path):
    journal.keep(tmp_path, ENTRY)
    (file,) = (tmp_path / journal.FOLDER / NAME).iterdir()
    return file


def absent_and_said(course, capsys):
    assert journal.read(course, NAME, "ada") is None
    assert list(journal.entries(course, NAME)) == []
    _tell_damaged(course, NAME)
    assert "is damaged for ada, and counts as absent" in capsys.readouterr().err
    journal.keep(course, ENTRY)
    assert journal.read(course, NAME, "ada") == ENTRY
    assert journal.damaged(course, NAME) == []


def test_what_was_kept_is_read(file, tmp_path, capsys):
    assert journal.read(tmp_path, NAME, "ada") == ENTRY
    _tell_damaged(tmp_path, NAME)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("change", CHANGES, ids=json.dumps)
def test_an_entry_of_other_kinds_is_absent(file, tmp_path, capsys, change):
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | change), encoding="utf-8")
    absent_and_said(tmp_path, capsys)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[" * 100_000, b"[]", b"7", b'{"said": ' + b"[" * 200 + b"]" * 200 + b"}"],
    ids=["empty", "no text", "deep", "list", "number", "deep but whole"],
)
def test_a_file_of_something_else_is_absent(file, tmp_path, capsys, content):
    file.write_bytes(content)
    absent_and_said(tmp_path, capsys)


def test_a_deep_answer_is_absent(file, tmp_path, capsys):
    told = json.loads(file.read_text(encoding="utf-8"))
    told["said"][0]["given"] = json.loads("[" * 500 + "]" * 500)
    file.write_text(json.dumps(told), encoding="utf-8")
    absent_and_said(tmp_path, capsys)


def test_a_folder_in_its_place_is_absent(file, tmp_path, capsys):
    file.unlink()
    (file / "more").mkdir(parents=True)
    absent_and_said(tmp_path, capsys)


def test_an_entry_of_before_a_field_was_added_is_read(file, tmp_path):
    told = json.loads(file.read_text(encoding="utf-8"))
    del told["rung"], told["said"][0]["given"]
    file.write_text(json.dumps(told), encoding="utf-8")
    assert journal.read(tmp_path, NAME, "ada").key == "0a1b"
