"""Every rung of the ladder that this machine has holds its trial; the last one does not, and is refused unasked."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from classes import NAME, hand_in, outputs, release_sample

from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.classroom.grade.sandbox import containers, hidden, ladder, system_calls
from relmark_helpers.classroom.grade.sandbox.trial import try_out
from relmark_helpers.errors import CourseError


def needs(name):
    """Go on if this machine has the rung; in CI it must have it."""
    lack = ladder.lacks(name)
    if lack and os.environ.get("CI"):
        pytest.fail(f"{name}: {lack}")
    if lack:
        pytest.skip(f"{name}: {lack}")


@pytest.mark.slow
@pytest.mark.parametrize("forks", [None, False], ids=["forked", "started"])
@pytest.mark.parametrize("name", ["bubblewrap", "namespaces"])
def test_a_rung_holds_every_attempt(name, forks):
    needs(name)
    found = try_out(ladder.choose(name, forks=forks))
    assert [each.what for each in found if not each.held] == []
    assert len(found) >= 14


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the attempts are those of Linux")
def test_attempts_succeed_where_there_is_no_sandbox():
    """So that holding them means something; time and memory are limited all the same."""
    found = {each.what: each.held for each in try_out(ladder.choose("plain", trusted=True))}
    got_through = {what for what, held in found.items() if not held}
    assert {
        "reads a file outside its folder",
        "reads what is right for an assignment",
        "writes outside its folder",
        "reaches the network",
        "starts a program",
        "signals another process",
    } <= got_through
    assert not {"writes a file past the limit", "takes more memory than allowed"} & got_through


def test_without_a_sandbox_a_class_has_to_be_trusted(monkeypatch):
    monkeypatch.setattr(ladder, "lacks", lambda name, image="": "" if name == "plain" else "not here")
    with pytest.raises(CourseError, match="--i-trust-this-class"):
        ladder.choose()
    assert ladder.choose(trusted=True).name == "plain"
    with pytest.raises(CourseError, match="--i-trust-this-class"):
        ladder.choose("plain")


def test_a_better_rung_comes_first(monkeypatch):
    monkeypatch.setattr(ladder, "lacks", lambda name, image="": "")
    assert ladder.choose(trusted=True).name == "bubblewrap"
    monkeypatch.setattr(ladder, "lacks", lambda name, image="": "no" if name == "bubblewrap" else "")
    assert ladder.choose(trusted=True).name == "namespaces"


def test_unknown_and_missing_rungs_are_said(monkeypatch):
    with pytest.raises(CourseError, match="There is no sandbox 'chroot'"):
        ladder.choose("chroot")
    with pytest.raises(CourseError, match="no image is named"):
        ladder.choose("container")
    monkeypatch.setattr(ladder.shutil, "which", lambda name: None)
    assert "apt install bubblewrap" in ladder.lacks("bubblewrap") or sys.platform != "linux"
    assert "neither Docker nor Podman" in ladder.lacks("container", "relmark:latest")


def test_container_has_no_network_and_sees_its_own_folder_only(monkeypatch):
    monkeypatch.setattr(containers, "engine", lambda: "docker")
    command = containers.container_command("relmark-1", "/scratch/1", "relmark:latest")
    assert command[:2] == ["docker", "run"]
    assert command[command.index("--network") + 1] == "none"
    assert [word for word in command if "/scratch" in word] == [
        "type=bind,source=/scratch/1,target=/submission"
    ]
    assert {"--read-only", "--cap-drop", "--pids-limit"} <= set(command)


def test_course_inside_a_readable_folder_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(ladder, "readable", lambda: [str(tmp_path)])
    with pytest.raises(CourseError, match="which students' code may read"):
        ladder.check_nothing_shows(tmp_path / "course")


def lay(library, *files):
    for each in files:
        path = library / "relmark_helpers" / "topics" / each
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_every_copy_of_what_is_right_is_hidden(tmp_path, monkeypatch):
    """Of a checkout and of an installed library, as a folder, as one file, and what is compiled of either."""
    monkeypatch.setattr(hidden, "CHECKOUT", tmp_path / "checkout")
    monkeypatch.setattr(hidden.site, "getsitepackages", lambda: [str(tmp_path / "packages")])
    monkeypatch.setattr(hidden.site, "ENABLE_USER_SITE", False)
    lay(tmp_path / "checkout", "start/assignment/right.py", "start/model.py", "survey/assignment.py")
    lay(tmp_path / "checkout", "survey/__pycache__/model.cpython-312.pyc", "start/__pycache__/model.pyc")
    lay(
        tmp_path / "packages", "loyalty/assignment/right.py", "loyalty/__pycache__/assignment.cpython-311.pyc"
    )
    names = ["start/assignment", "survey/assignment.py", "survey/__pycache__"]
    copies = ["loyalty/assignment", "loyalty/__pycache__"]
    topics = [tmp_path / each / "relmark_helpers" / "topics" for each in ("checkout", "packages")]
    due = {str(topics[0] / each) for each in names} | {str(topics[1] / each) for each in copies}
    assert set(hidden.rooms()) == due
    for each in ("solutions", "tests", "docs"):
        (tmp_path / "checkout" / each).mkdir()
    assert set(hidden.rooms()) == due, "a folder of that name beside an installed library may be anybody's"
    (tmp_path / "checkout" / "pyproject.toml").touch()
    due |= {str(tmp_path / "checkout" / each) for each in ("solutions", "tests")}
    assert set(hidden.rooms()) == due
    shown = {Path(each).name for each in hidden.around(str(topics[0]), hidden.rooms())}
    assert shown == {"model.py", "__pycache__"}


def test_what_is_hidden_is_hidden_by_every_way_that_leads_there(tmp_path):
    room = tmp_path / "usr" / "lib" / "room"
    room.mkdir(parents=True)
    (tmp_path / "lib").symlink_to(tmp_path / "usr" / "lib")
    (tmp_path / "usr" / "lib64").symlink_to(tmp_path / "usr" / "lib")
    closed = [str(room)]
    assert hidden.within(str(tmp_path / "lib"), closed) == [str(tmp_path / "lib" / "room")]
    assert hidden.within(str(tmp_path / "usr"), closed) == closed
    assert list(hidden.around(str(tmp_path / "usr"), closed)) == []
    assert list(hidden.around(str(room), closed)) == []


def test_a_container_is_asked_once_where_its_own_copy_lies_and_that_is_covered(tmp_path, monkeypatch):
    asked = []

    def run(command, **more):
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, b'["/site/room", "/site/room.py"]')

    monkeypatch.setattr(containers, "engine", lambda: "podman")
    monkeypatch.setattr(containers.subprocess, "run", run)
    made = containers.Containers("relmark:latest", tmp_path)
    started = []
    monkeypatch.setattr(made, "run", lambda command, *rest: started.append(command))
    for _ in range(2):
        made.start({"folder": str(tmp_path / "1"), "environment": {}, "walls": {}})
    assert len(asked) == 1
    assert {word for word in started[1] if "readonly" in word} == {
        f"type=bind,source={tmp_path / 'nothing'},target=/site/room,readonly",
        f"type=bind,source={tmp_path / 'nothing.py'},target=/site/room.py,readonly",
    }
    monkeypatch.setattr(
        containers.subprocess, "run", lambda *words, **more: subprocess.CompletedProcess([], 0, b"")
    )
    with pytest.raises(CourseError, match="build it again"):
        containers.Containers("old", tmp_path).start({"folder": "", "environment": {}, "walls": {}})


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_filter_jumps_stay_inside_and_end_with_an_answer(machine):
    """Every path through the filter ends with a return: followed here by an interpreter of our own."""
    import struct

    written = system_calls.program(machine, 7)
    lines = [struct.unpack("HBBI", written[at : at + 8]) for at in range(0, len(written), 8)]

    def answer(number, first=0, processor=system_calls.AUDIT_NAMES[machine]):
        place, loaded = 0, 0
        while True:
            code, then, other, value = lines[place]
            place += 1
            if code == system_calls.LOAD:
                loaded = {0: number, 4: processor, 16: first}[value]
            elif code == system_calls.JUMP_EQUAL:
                place += then if loaded == value else other
            elif code == system_calls.JUMP_ANY_BIT:
                place += then if loaded & value else other
            else:
                return value

    refused = system_calls.REFUSE | 1
    for number in system_calls.FORBIDDEN[machine]:
        assert answer(number) == refused
    for number in system_calls.PRETENDED[machine]:
        assert answer(number) == system_calls.REFUSE
    for number in system_calls.ONLY_ITSELF[machine]:
        assert (answer(number, 7), answer(number, 8)) == (system_calls.ALLOW, refused)
    clone = system_calls.CLONE[machine]
    assert (answer(clone, 0x10000), answer(clone, 17)) == (system_calls.ALLOW, refused)
    assert (answer(system_calls.CONTROL[machine], 1), answer(system_calls.CONTROL[machine], 15)) == (
        refused,
        system_calls.ALLOW,
    )
    assert answer(63) == system_calls.ALLOW, "an ordinary call: read on one, uname on the other"
    assert answer(0, processor=1) == system_calls.END_PROCESS


@pytest.mark.slow
def test_started_anew_gives_the_same_as_forked(course, monkeypatch):
    """The way of Windows and macOS, forced: same marks, same outputs."""
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    release_sample(course)
    hand_in(
        course, "ada", **{"04_length": "print('顾客')\nlength = 3\n{'a': length}", "04_judge": "It depends."}
    )
    hand_in(course, "bo", **{"04_length": "length = 1 / 0"})
    other = shutil.copytree(course, course.parent / "other")
    forked = grade(course, NAME, Wishes(trusted=True, workers=2))
    started = grade(other, NAME, Wishes(trusted=True, workers=2, forks=False))
    assert [row.points for row in forked.rows] == [row.points for row in started.rows] == [70, 30]
    for student in ("ada", "bo"):
        assert outputs(course, student) == outputs(other, student)
