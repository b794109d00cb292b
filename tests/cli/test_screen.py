"""What the commands show: as text whatever is in it, into a file of any code page, and of the course that is meant."""

import ast
import json
import os
import subprocess
import sys

import pytest
from sample_course import CHECKOUT, NAME

from relmark_helpers import cli
from relmark_helpers.cli import screen
from relmark_helpers.errors import CourseError

# moves the cursor, hides what follows, turns the reading order, ends the line, is no character at all
HARMFUL = ["\x1b[2J", "\x9b8m", "\u202e", "\u2066", "\r", "\b", "\x7f", "\u2028", "\udc80", "\x00"]


@pytest.mark.parametrize("sign", HARMFUL)
def test_what_steers_a_terminal_is_shown_and_not_sent(capsys, sign):
    name = f"ada{sign}bo"
    screen.say(name)
    screen.complain(name)
    screen.say_table(["Student"], [[name], ["[red]cyd[/red]"]])
    screen.say_json({"student": name})
    out, err = capsys.readouterr()
    assert not set(sign) & set(out + err) - set("[2J8m")
    assert out.count("ada\\") + err.count("ada\\") == 4
    assert "[red]cyd[/red]" in out
    assert json.loads(out[out.index("{") :]) == {"student": name}, "JSON says what it was"


def test_a_line_end_in_a_name_makes_no_line(capsys):
    screen.say("Late: ada\nAll is well.")
    assert capsys.readouterr().out.count("\n") == 1


def test_names_of_all_languages_stay_as_they_are(capsys):
    for name in ("王小明", "José Núñez", "O’Neil", "می\u200cخواهم", "Zoë\u00a0B"):
        screen.say(name)
        assert capsys.readouterr().out == f"{name}\n"


def test_no_command_prints_by_itself():
    for file in (CHECKOUT / "relmark_helpers" / "cli").glob("*.py"):
        calls = [each for each in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(each, ast.Call)]
        names = {each.func.id for each in calls if isinstance(each.func, ast.Name)}
        dotted = {ast.unparse(each.func) for each in calls if isinstance(each.func, ast.Attribute)}
        assert file.name == "screen.py" or not (names | dotted) & {
            "print",
            "typer.echo",
            "sys.stdout.write",
            "sys.stderr.write",
        }, f"{file.name} prints past cli/screen.py"


# --- code pages


ODD = "王 ✓ … [red] “q”"
REPORTS = {
    "release": "relmark_helpers.classroom.release.release",
    "collect": "relmark_helpers.classroom.collect.collect",
    "grade": "relmark_helpers.classroom.grade.grade",
    "feedback": "relmark_helpers.classroom.feedback.feedback",
    "export": "relmark_helpers.classroom.export.export",
    "report": "relmark_helpers.classroom.report.report",
    "check": "relmark_helpers.cli.checkup.check_assignment",
    "doctor": "relmark_helpers.cli.health.examine",
    "tidy": "relmark_helpers.authoring.tidy.tidy",
    "verify": "relmark_helpers.authoring.verify.verify",
}
WALK = """
import importlib, sys
from relmark_helpers import cli
from relmark_helpers.errors import CourseError
for command, place in {reports!r}.items():
    module, _, name = place.rpartition(".")
    def refuse(*words, **more):
        raise CourseError({odd!r})
    setattr(importlib.import_module(module), name, refuse)
    for more in ([], ["--json"]):
        try:
            cli.main([command, *{words!r}.get(command, []), *more])
        except SystemExit as ended:
            assert ended.code == 1, (command, ended.code)
from relmark_helpers.cli import screen
screen.say({odd!r}); screen.say_table([{odd!r}], [[{odd!r}]]); screen.say_json([{odd!r}])
with screen.progress({odd!r}) as show:
    show(1, 1)
for words in (["--help"], ["company", "levers"], ["company", "levers", "--json"]):
    try:
        cli.main(words)
    except SystemExit as ended:
        assert not ended.code, (words, ended.code)
"""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_every_command_goes_into_a_file_of_any_code_page(course, encoding):
    words = {"tidy": [], "doctor": [], "export": [], "collect": ["04", "."], "verify": ["04"]}
    words = {command: words.get(command, ["04"]) for command in REPORTS}
    done = subprocess.run(
        [sys.executable, "-c", WALK.format(reports=REPORTS, odd=ODD, words=words)],
        cwd=course,
        env=os.environ
        | {"PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": f"{encoding}:strict", "PYTHONUTF8": "0"},
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode(encoding)
    assert done.stderr.count(b"relmark: ") == 2 * len(REPORTS)
    out = done.stdout.decode(encoding)
    (listed,) = [
        line for line in out.splitlines() if line.startswith("  ") and "[red]" in line and '"' in line
    ][-1:]
    assert json.loads(listed) == ODD


# --- which course


def test_a_course_that_is_not_whole_is_named_and_no_other_taken(course, monkeypatch):
    inside = course / "mine"
    (inside / "submitted" / "ada").mkdir(parents=True)
    for here in (inside, inside / "submitted" / "ada"):
        monkeypatch.chdir(here)
        with pytest.raises(CourseError, match=r"mine has submitted and so seems to be the course meant"):
            screen.own_course()
    (inside / "chapters").mkdir()
    (inside / "exercises").mkdir()
    assert screen.own_course() == inside
    monkeypatch.chdir(course / "chapters")
    assert screen.own_course() == course


def test_elsewhere_the_checkout_is_not_taken(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        cli.main(["export", "--out", str(tmp_path / "grades.csv")])
    assert "There is no course folder at or above" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    monkeypatch.chdir(CHECKOUT / "tests")
    assert screen.own_course() == CHECKOUT


def test_the_exercise_of_a_checkout_may_still_be_missing(course, monkeypatch):
    (course / "exercises").rmdir()
    monkeypatch.chdir(course / "chapters")
    monkeypatch.setattr("relmark_helpers.course.CHECKOUT", course)
    assert screen.own_course() == course
    assert (course / "chapters" / f"{NAME}.ipynb").is_file()
