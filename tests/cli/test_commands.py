"""The command as a whole: what it prints, its exit codes, and that mistakes are one sentence."""

import errno
import json
import socket
import subprocess
import sys
import zipfile

import pytest
from sample_course import CHECKOUT, NAME, code, text, write_notebook

import relmark_helpers.course
from relmark_helpers import cli
from relmark_helpers.classroom.grade.sandbox.trial import Attempt
from relmark_helpers.cli import health, laboratory, ladder

COMMANDS = ["init", "lab", "doctor", "check", "progress", "release", "collect", "grade", "feedback"]
COMMANDS += ["export", "report", "tidy", "verify", "rehearse", "company build"]


@pytest.fixture
def relmark(capsys, monkeypatch):
    """Run the command; give exit code, stdout and stderr."""
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words):
        with pytest.raises(SystemExit) as ended:
            cli.main([str(word) for word in words])
        return ended.value.code or 0, *capsys.readouterr()

    return run


def fails(result, words):
    """Exit code 1, nothing on stdout, one sentence on stderr."""
    status, out, err = result
    assert (status, out) == (1, "")
    assert err.startswith("relmark: ")
    assert err.count("\n") == 1
    assert words in err


@pytest.mark.parametrize("command", COMMANDS)
def test_each_help_is_a_manual_with_an_example(relmark, command):
    status, out, _ = relmark(*command.split(), "--help")
    assert status == 0
    assert f"Example: relmark {command}" in out


def test_help_of_the_whole_names_every_command(relmark):
    _, out, _ = relmark("--help")
    assert all(f"\n  {command.split()[0]}" in out for command in COMMANDS)


@pytest.mark.parametrize(
    "words", [["nonsense"], ["check"], ["lab", "--port", "x"], ["export", "--to", "paper"]]
)
def test_usage_errors_end_with_2(relmark, words):
    assert relmark(*words)[0] == 2


@pytest.mark.parametrize("command", ["check", "release", "grade", "feedback", "verify"])
def test_unknown_chapter(relmark, command):
    fails(relmark(command, "99"), "There is no chapter '99'")


def test_lab_at_an_unknown_chapter(relmark):
    fails(relmark("lab", "--chapter", "99"), "There is no chapter '99'")


def test_lab_without_a_course(relmark, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(relmark_helpers.course, "CHECKOUT", tmp_path)
    fails(relmark("lab"), "relmark init DIR")


def test_lab_on_a_taken_port(relmark, course, monkeypatch):
    monkeypatch.chdir(course)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        fails(relmark("lab", "--chapter", "04", "--port", port), f"Port {port} is taken")


def test_lab_words(course):
    words = laboratory.lab_words(course, "4", 8890, browser=False)
    assert f"--LabApp.default_url=/lab/tree/chapters/{NAME}.ipynb" in words
    assert {"--ServerApp.port=8890", "--ServerApp.port_retries=0", "--no-browser"} <= set(words)
    assert "--no-browser" not in laboratory.lab_words(course, "4", None, browser=True)


def test_full_disk_and_missing_permission_are_one_sentence(relmark, monkeypatch, tmp_path):
    from relmark_helpers.cli import copy

    for number, words in ((errno.ENOSPC, "No space left"), (errno.EACCES, "Permission denied")):

        def refuse(folder, exercises, number=number, words=words):
            raise OSError(number, words, str(folder))

        monkeypatch.setattr(copy, "lay_out", refuse)
        fails(relmark("init", tmp_path / "mine"), f"{words} ({tmp_path / 'mine'})")


def test_no_traceback_in_a_real_process(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "relmark_helpers.cli", "check", "04", "missing.ipynb"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("relmark: There is no notebook missing.ipynb")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["grade", "04"], "There is no submission"),
        (["collect", "04", "missing.zip"], "missing.zip"),
        (["feedback", "04"], "relmark grade 04"),
        (["report", "04"], "relmark grade 04"),
        (["export"], "There is no gradebook.db"),
        (["release", "00"], "There is no solutions/00_start_here"),
    ],
)
def test_instructor_without_what_is_needed(relmark, course, monkeypatch, words, sentence):
    monkeypatch.chdir(course)
    fails(relmark(*words), sentence)


def test_init_and_update(relmark, course, tmp_path, monkeypatch):
    from relmark_helpers.cli import copy

    monkeypatch.setattr(copy, "material_folder", lambda: course)
    status, out, err = relmark("init", tmp_path / "mine")
    assert (status, err) == (0, "")
    assert "2 files new, 0 updated, 0 kept" in out
    status, out, _ = relmark("init", tmp_path / "mine", "--update", "--json")
    assert (status, json.loads(out)["new"]) == (0, [])


VERDICTS = """
class Verdict:
    def __init__(self, task, outcome, says):
        self.data = {"task": task, "outcome": outcome, "says": says}

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": self.data["says"], "application/vnd.relmark.verdict+json": self.data}
"""


@pytest.mark.slow
def test_check_lists_verdicts_and_what_stopped(relmark, course, monkeypatch):
    monkeypatch.chdir(course)
    exercise = course / "exercises" / NAME / f"{NAME}.ipynb"
    cells = [
        code("04-set-up", VERDICTS),
        code("04-check-1", 'Verdict("1", "right", "")'),
        code("04-answer", "scores = nothing"),
        code("04-check-2", 'Verdict("2", "mistake", "Reversed items [as 8 - x] come first.")'),
    ]
    write_notebook(exercise, cells)
    before = exercise.read_bytes()
    status, out, _ = relmark("check", "4")
    assert status == 0
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "1 ✓ right" in lines
    assert "2 ✗ a known mistake Reversed items [as 8 - x] come first." in lines
    assert "1 of 2 checks is right." in lines
    assert "Cell 04-answer stops: NameError: name 'nothing' is not defined" in lines
    assert exercise.read_bytes() == before

    status, out, _ = relmark("check", "04", exercise, "--json")
    assert [each["outcome"] for each in json.loads(out)["verdicts"]] == ["right", "mistake"]

    write_notebook(exercise, [code("04-set-up", "raise ValueError('write your id')"), *cells[1:]])
    assert relmark("check", "04")[1].splitlines()[:2] == [
        "No check could run yet.",
        "Cell 04-set-up stops: ValueError: write your id",
    ]


@pytest.mark.slow
def test_check_of_a_notebook_without_checks(relmark, course, tmp_path):
    path = write_notebook(tmp_path / "notes.ipynb", [text("a", "# Notes")])
    fails(relmark("check", "04", path), "holds no check")


def test_progress_shows_and_forgets(relmark, course, monkeypatch):
    from relmark_helpers.notebook.progress import remember

    monkeypatch.chdir(course)
    assert relmark("progress")[1].startswith("Nothing is kept yet")
    assert remember("prediction", "4.2", "价格") == ""
    status, out, _ = relmark("progress", "--json")
    assert (status, [(each["key"], each["value"]) for each in json.loads(out)]) == (0, [("4.2", "价格")])
    assert "价格" in relmark("progress")[1]
    assert "Deleted" in relmark("progress", "--forget")[1]
    assert json.loads(relmark("progress", "--json")[1]) == []


def test_doctor_says_how_to_mend(relmark, monkeypatch):
    results = [
        health.Result("Python", True, "3.11.7"),
        health.Result("Disk", False, "0.1 GB free", "free some."),
    ]
    monkeypatch.setattr(health, "examine", lambda: results)
    status, out, _ = relmark("doctor")
    assert status == 1
    assert out == "ok   Python: 3.11.7\nFAIL Disk: 0.1 GB free\n     To mend it: free some.\n"
    status, out, _ = relmark("doctor", "--json")
    assert (status, json.loads(out)[1]["mend"]) == (1, "free some.")


@pytest.mark.slow
def test_doctor_finds_this_computer_well(relmark, monkeypatch):
    monkeypatch.chdir(CHECKOUT)
    status, out, _ = relmark("doctor")
    assert (status, out.count("FAIL")) == (0, 0), out


@pytest.fixture
def rungs(monkeypatch):
    """A computer that has some sandboxes, of which some hold: what is said of it does not hang on this one."""

    def make(lacking, broken):
        attempts = [Attempt("reaches the network", held=True), Attempt("starts a program", held=True)]
        out = [Attempt("reaches the network", held=False), Attempt("starts a program", held=True)]
        monkeypatch.setattr(ladder, "lacks", lambda name: "it needs Linux" if name in lacking else "")
        monkeypatch.setattr(ladder, "choose", lambda name: name)
        monkeypatch.setattr(ladder, "try_out", lambda name: out if name in broken else attempts)

    return make


def test_doctor_for_grading_names_the_best_sandbox_that_holds(relmark, rungs):
    rungs(lacking=["container"], broken=[])
    status, out, _ = relmark("doctor", "--grading")
    lines = out.splitlines()
    assert (status, lines[0]) == (0, "ok   Grading: `relmark grade` takes bubblewrap")
    assert lines[1].startswith("ok   bubblewrap: holds 2 of 2 attempts")
    assert lines[3] == "ok   container: not here: it needs Linux"


def test_doctor_for_grading_tells_of_a_sandbox_that_leaks(relmark, rungs):
    rungs(lacking=["container"], broken=["bubblewrap"])
    status, out, _ = relmark("doctor", "--grading", "--json")
    told = {each["name"]: each for each in json.loads(out)}
    assert (status, told["Grading"]["says"]) == (1, "`relmark grade` takes namespaces")
    assert told["bubblewrap"]["says"] == "does not hold: a process reaches the network"
    assert told["bubblewrap"]["mend"]


def test_doctor_for_grading_where_there_is_no_sandbox(relmark, rungs):
    rungs(lacking=["bubblewrap", "namespaces", "container"], broken=[])
    status, out, _ = relmark("doctor", "--grading")
    assert (status, out.splitlines()[0]) == (1, "FAIL Grading: there is no sandbox for students' code")
    assert "--i-trust-this-class" in out


def test_doctor_finds_what_is_wrong(course, tmp_path, monkeypatch):
    monkeypatch.setattr(health, "needs", lambda: (">=3.11", ["numpy>=99", "no-such-package>=1", "rich>=13"]))
    ok, says, mend = health.packages()
    assert not ok
    assert "must be >=99" in says
    assert "no-such-package is missing" in says
    assert "rich" not in says
    assert "pip install" in mend
    monkeypatch.setattr("jupyter_core.paths.jupyter_path", lambda *parts: [str(tmp_path)])
    assert health.widgets()[0] is False
    monkeypatch.chdir(course)

    def refuse(dir):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert health.folder()[0] is False


def test_broken_examination_is_a_failed_one(monkeypatch):
    def broken():
        raise RuntimeError("no data")

    monkeypatch.setattr(health, "data", broken)
    result = health._tried("Data", health.data)
    assert (result.ok, result.says) == (False, "RuntimeError: no data")
    assert result.mend


@pytest.mark.slow
def test_company_of_ones_own(relmark, tmp_path):
    status, out, err = relmark(
        "company", "build", "--customers", 100, "--months", 6, "--out", tmp_path / "small"
    )
    assert status == 0
    assert "100 customers over 6 months" in out
    assert len((tmp_path / "small" / "customers.csv").read_text().splitlines()) >= 101
    assert "… building the company: 100 %" in err, "plain lines where there is no terminal"
    fails(relmark("company", "build", "--customers", 1, "--out", tmp_path / "none"), "100")


def test_verify_and_tidy_from_the_command_line(relmark, course, monkeypatch):
    monkeypatch.chdir(course)
    path = course / "chapters" / f"{NAME}.ipynb"
    path.write_bytes(path.read_bytes() + b"\n")
    status, out, _ = relmark("tidy", "--check")
    assert (status, out.splitlines()[-1]) == (1, "1 file to change.")
    status, out, _ = relmark("tidy", path, "--json")
    assert (status, json.loads(out)) == (0, {"changed": [str(path)], "written": True})
    status, out, _ = relmark("verify", "--fast", "04", "--json")
    assert status == 1, "the exercise is not released"
    assert [finding["file"] for finding in json.loads(out)["findings"]] == [f"exercises/{NAME}/{NAME}.ipynb"]


def test_help_imports_nothing_heavy():
    heavy = "{'numpy', 'pandas', 'matplotlib', 'nbformat', 'nbgrader', 'nbclient', 'jupyterlab', 'duckdb'}"
    trial = f"import sys; import relmark_helpers.cli; print(sorted(set(sys.modules) & {heavy}))"
    done = subprocess.run(
        [sys.executable, "-c", trial], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_collect_names_who_was_replaced_and_who_is_absent(relmark, course, monkeypatch):
    monkeypatch.chdir(course)
    (course / "roster.csv").write_text("student_id\nada\nbo\n", encoding="utf-8")

    def handed_in(day, content):
        with zipfile.ZipFile("download.zip", "w") as archive:
            archive.writestr(zipfile.ZipInfo("ada.ipynb", (2026, 3, day, 9, 0, 0)), content)
        return relmark("collect", "04", "download.zip")[1]

    assert handed_in(2, "{}").splitlines() == [
        "1 new, 0 replaced, 0 as before, 0 late.",
        "Nothing yet from 1 on the roster: bo.",
    ]
    later = handed_in(3, "[]")
    assert "0 new, 1 replaced" in later
    row = next(line for line in later.splitlines() if line.strip().startswith("ada "))
    assert row.split() == ["ada", "2026-03-02", "09:00", "ada.ipynb", "of", "2026-03-03", "09:00"]
    assert "holds a newer one" in handed_in(1, "{}")
    status, out, _ = relmark("collect", "04", "download.zip", "--replace", "--json")
    told = json.loads(out)
    assert (status, told["replaced"], told["absent"]) == (0, ["ada"], ["bo"])
    assert told["exchanged"] == [["ada", "2026-03-03 09:00", "ada.ipynb of 2026-03-01 09:00"]]
