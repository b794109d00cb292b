"""A grading that is killed at any instant goes on with --resume and ends as if nothing had happened."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import psutil
import pytest
from classes import NAME, contents, gradebook, hand_in, make_class, release_sample
from sample_course import CHECKOUT

from relmark_helpers.classroom import journal
from relmark_helpers.classroom.feedback import feedback
from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.classroom.grade.sandbox.ladder import lacks

pytestmark = pytest.mark.slow

SIZE, KILLS = 60, 30
RUNG = "plain" if lacks("bubblewrap") else "bubblewrap"
COMMAND = [sys.executable, "-m", "relmark_helpers.cli", "grade", "04", "--resume", "--i-trust-this-class"]


def begin(course):
    with said(course).open("w") as told:
        return subprocess.Popen(
            COMMAND,
            cwd=course,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT), "RELMARK_HIDDEN": "secret"},
            stdout=subprocess.DEVNULL,
            stderr=told,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(
                signal.SIGHUP, signal.SIG_DFL
            ),  # ignored where tests run under nohup
        )


def said(course):
    return course.parent / f"{course.name}.txt"


def left_over(mark):
    """Processes that work for a grading of this course still."""
    found = []
    for process in psutil.process_iter(["cmdline", "cwd"]):
        if any(mark in str(part) for part in process.info["cmdline"] or []):
            found.append(process)
    return found


def different(found, wanted):
    """What is in one and not in the other: rows of the gradebook, files with other contents."""
    rows = [
        set(map(repr, table)) ^ set(map(repr, other))
        for table, other in zip(found[0], wanted[0], strict=True)
    ]
    files = [
        name
        for here, there in zip(found[1:], wanted[1:], strict=True)
        for name in here.keys() | there.keys()
        if here.get(name) != there.get(name)
    ]
    return [*(row for table in rows for row in sorted(table)), *files]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_killed_thirty_times_and_resumed_is_as_undisturbed(course, tmp_path, monkeypatch):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    release_sample(course)
    make_class(course, SIZE)
    fresh = shutil.copytree(course, tmp_path / "fresh")
    started = time.monotonic()
    undisturbed = begin(course)
    assert undisturbed.wait(300) == 0, said(course).read_text()
    duration = time.monotonic() - started
    feedback(course, NAME)
    wanted = gradebook(course), contents(course / "autograded"), contents(course / "feedback")

    luck = random.Random(20261125)
    disturbed = shutil.copytree(fresh, tmp_path / "disturbed")
    killed = rounds = 0
    progress = []
    while True:
        running = begin(disturbed)
        try:
            running.wait(luck.uniform(0.2, duration) if killed < KILLS else 300)
        except subprocess.TimeoutExpired:
            os.kill(running.pid, signal.SIGKILL)  # the grader alone: what it started must go by itself
            running.wait()
            killed += 1
            progress.append(len(list(journal.entries(disturbed, NAME))))
            continue
        assert running.returncode == 0, said(disturbed).read_text()
        rounds += 1
        feedback(disturbed, NAME)
        found = gradebook(disturbed), contents(disturbed / "autograded"), contents(disturbed / "feedback")
        assert different(found, wanted) == [], f"after {killed} kills, in round {rounds}"
        if killed >= KILLS:
            break
        shutil.rmtree(disturbed)
        shutil.copytree(fresh, disturbed)
    print(f"{killed} kills in {rounds} rounds; graded at each kill: {progress}")
    assert any(0 < done < SIZE for done in progress), "no kill hit the middle"
    deadline = time.monotonic() + 10
    while left_over(str(disturbed)) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert left_over(str(disturbed)) == []
    assert [path.name for path in (disturbed / ".relmark").iterdir() if path.name.startswith("scratch")] == []


def test_resume_leaves_alone_what_has_not_changed_and_grades_what_has(course, monkeypatch):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    release_sample(course)
    make_class(course, 3)
    wishes = Wishes(resume=True, sandbox=RUNG, trusted=True)
    assert [row.state for row in grade(course, NAME, wishes).rows] == ["graded"] * 3
    assert [row.state for row in grade(course, NAME, wishes).rows] == ["kept"] * 3
    hand_in(course, "student-001", **{"04_length": "length = 11"})
    (course / "autograded" / "student-002" / NAME / f"{NAME}.ipynb").unlink()
    assert [row.state for row in grade(course, NAME, wishes).rows] == ["kept", "graded", "graded"]
    assert [row.points for row in grade(course, NAME, Wishes(sandbox=RUNG, trusted=True)).rows] == [
        70,
        70,
        30,
    ]


def test_grading_twice_changes_nothing(course, monkeypatch):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    release_sample(course)
    make_class(course, 3)
    hand_in(course, "damaged", content=b"{")
    before = None
    for _ in range(2):
        grade(course, NAME, Wishes(sandbox=RUNG, trusted=True))
        now = gradebook(course), contents(course / "autograded")
        assert before in (None, now)
        before = now


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals on Windows")
@pytest.mark.parametrize("stop", ["SIGTERM", "SIGHUP"])
def test_a_grading_that_is_told_to_end_leaves_nobodys_work_behind(course, monkeypatch, stop):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    release_sample(course)
    make_class(course, 12)
    running = begin(course)
    try:
        deadline = time.monotonic() + 120
        while not list((course / ".relmark").glob("scratch-*/*")) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert list((course / ".relmark").glob("scratch-*"))
        running.send_signal(getattr(signal, stop))
        assert running.wait(120) == 128 + getattr(signal, stop)
    finally:
        running.kill()
        running.wait()
    assert list((course / ".relmark").glob("scratch-*")) == []
    assert left_over(str(course)) == []


def test_two_gradings_at_once_are_kept_apart(course, monkeypatch):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    release_sample(course)
    make_class(course, 12)
    first = begin(course)
    try:
        deadline = time.monotonic() + 60
        while not list((course / ".relmark").glob("scratch-*")) and time.monotonic() < deadline:
            time.sleep(0.01)
        first.send_signal(signal.SIGSTOP)  # so that it is under way for as long as the second one asks
        second = subprocess.run(
            COMMAND,
            cwd=course,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
            capture_output=True,
            text=True,
        )
        assert second.returncode == 1
        assert "Another grading is under way" in second.stderr
        first.send_signal(signal.SIGCONT)
        assert first.wait(120) == 0
    finally:
        first.kill()
        first.wait()
    assert len(list(journal.entries(course, NAME))) == 12
