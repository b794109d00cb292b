"""`relmark verify` and `relmark tidy` on a whole small course: right, then with one thing broken."""

import pytest
from sample_course import NAME, change, code, drop, plain_solution_cells, write_notebook

from relmark_helpers.authoring.execute import run_notebook
from relmark_helpers.authoring.rehearse import rehearse
from relmark_helpers.authoring.tidy import tidy
from relmark_helpers.authoring.verify import verify
from relmark_helpers.classroom.release import release
from relmark_helpers.course import Chapter
from relmark_helpers.errors import CourseError

pytestmark = pytest.mark.slow

CHAPTERS = (Chapter("04", "satisfaction", "satisfaction", "Satisfaction", "顾客满意"),)


@pytest.fixture
def released(course):
    release(course, NAME)
    return course


def said(course):
    return [str(finding) for finding in verify(course, CHAPTERS, fast=True).findings]


def test_sample_passes_and_open_concepts_are_listed(released):
    report = verify(released, CHAPTERS, fast=True)
    assert report.findings == []
    assert report.still_open == ["C1-01"]


def test_edited_exercise_is_found(released):
    path = released / "exercises" / NAME / f"{NAME}.ipynb"
    path.write_bytes(path.read_bytes() + b"\n")
    assert said(released) == [
        f"exercises/{NAME}/{NAME}.ipynb differs from what its solution gives; run `relmark release 04`."
    ]


def test_file_too_many_and_file_missing_are_found(released):
    (released / "exercises" / NAME / f"{NAME}.ipynb").unlink()
    (released / "exercises" / NAME / "answers.txt").write_text("42")
    assert [line.split(";")[0] for line in said(released)] == [
        f"exercises/{NAME}/{NAME}.ipynb is in the solution's release and not here",
        f"exercises/{NAME}/answers.txt is not in the solution's release",
    ]


def test_untidy_notebook_is_found_and_tidied(released):
    path = released / "chapters" / f"{NAME}.ipynb"
    before = path.read_bytes()
    path.write_bytes(
        before.replace(b'"ch04-quiz"', b'"3f2a9c11"').replace(b' "nbformat": 4,\n', b' "nbformat": 4, \n')
    )
    assert said(released) == [
        f"chapters/{NAME}.ipynb is not in canonical form; run `relmark tidy chapters/{NAME}.ipynb`."
    ]
    assert tidy(released, check=True) == [path]
    assert path.read_bytes() != before
    assert tidy(released) == [path]
    assert said(released) == []
    assert tidy(released) == []


def test_concept_not_taught_not_examined_not_known(released):
    chapter, solution = (
        released / "chapters" / f"{NAME}.ipynb",
        released / "solutions" / NAME / f"{NAME}.ipynb",
    )
    change(chapter, "ch04-claim", metadata={"relmark": {"claims": ["C9-99"]}})
    change(solution, "04-task-1", metadata={})
    release(released, NAME)
    tidy(released)
    found = " ".join(said(released))
    assert "names the concept C9-99" in found
    assert "C0-16 (Delight pays) is taught in no cell" in found
    assert "C0-15 (Seven factors) is examined in no task" in found
    assert len(said(released)) == 3


def test_table_of_concepts_follows_the_cells(released):
    table = released / "datasets" / "concepts.csv"
    text_before = table.read_text(encoding="utf-8")
    drop(released / "chapters" / f"{NAME}.ipynb", "ch04-claim")
    assert "datasets/concepts.csv is not up to date; run `relmark tidy`." in said(released)
    tidy(released)
    assert f"{NAME}:ch04-claim," in text_before
    assert f"{NAME}:ch04-claim," not in table.read_text(encoding="utf-8")


def test_missing_and_damaged_notebooks_are_found(released):
    (released / "chapters" / f"{NAME}.ipynb").rename(released / "elsewhere.ipynb")
    assert f"chapters/{NAME}.ipynb is missing" in " ".join(said(released))
    (released / "chapters" / f"{NAME}.ipynb").write_text("{")
    assert "is not a notebook" in " ".join(said(released))


def test_tidy_refuses_exercises(released):
    with pytest.raises(CourseError, match="made from its solution"):
        tidy(released, [released / "exercises" / NAME / f"{NAME}.ipynb"])


@pytest.fixture
def notebook(course):
    """Write a chapter of a few cells, and say what its rehearsal finds."""
    path = course / "chapters" / "04_satisfaction.ipynb"

    def write(*sources):
        write_notebook(path, [code(f"ch04-{number}", source) for number, source in enumerate(sources, 1)])
        return [(finding.cell, finding.says) for finding in rehearse(course, [path])]

    return write


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("1 / 0", "stops with ZeroDivisionError"),
        ("import warnings\nwarnings.warn('old')", "stops with UserWarning: old"),
        ("import warnings\nwarnings.warn('old', DeprecationWarning)", "stops with DeprecationWarning: old"),
        ("import sys\nprint('careful', file=sys.stderr)", "writes on stderr"),
        ("import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=1)", "the network is cut"),
        (
            "import urllib.request\nurllib.request.urlopen('http://192.0.2.1/', timeout=1)",
            "the network is cut",
        ),
        ("open('notes.txt')", "stops with FileNotFoundError"),
        ("import os\nos._exit(1)", "kernel died"),
        ("import os\nassert 'RELMARK_STATIC' not in os.environ", ""),
        ("from relmark_helpers.course import chapter\nchapter(99)", "stops with There is no chapter '99'"),
    ],
)
def test_rehearsal_finds(notebook, monkeypatch, source, words):
    monkeypatch.setenv("RELMARK_STATIC", "1")
    found = notebook("x = 1", source)
    if not words:
        assert found == []
        return
    assert len(found) == 1
    assert words in found[0][1]
    assert found[0][0] in ("ch04-2", "")


def test_loopback_is_open(notebook):
    source = (
        "import socket\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "socket.create_connection(server.getsockname()).close()\n"
        "server.close()"
    )
    assert notebook(source) == []


def test_unchanged_notebook_is_not_run_again(course, tmp_path):
    path = course / "chapters" / f"{NAME}.ipynb"
    counter = tmp_path / "runs.txt"
    write_notebook(
        path, [code("ch04-1", f"with open({str(counter)!r}, 'a') as runs:\n    print('x', file=runs)")]
    )
    for _ in range(2):
        assert rehearse(course, [path]) == []
    assert counter.read_text() == "x\n"
    (course / "datasets" / "orders.csv").write_text("order_id\n")
    assert rehearse(course, [path]) == []
    assert counter.read_text() == "x\nx\n", "other data, another run"


def test_failed_notebook_is_run_again(course):
    path = course / "chapters" / f"{NAME}.ipynb"
    write_notebook(path, [code("ch04-1", "1 / 0")])
    assert [len(rehearse(course, [path])) for _ in range(2)] == [1, 1]


def test_solution_runs_as_a_submission(course, monkeypatch):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    path = course / "solutions" / NAME / f"{NAME}.ipynb"
    write_notebook(path, plain_solution_cells())
    assert rehearse(course, [path]) == []


def test_wrong_hidden_salt_is_seen_by_the_tests(course, monkeypatch):
    monkeypatch.setenv("RELMARK_HIDDEN", "another")
    path = course / "solutions" / NAME / f"{NAME}.ipynb"
    write_notebook(path, plain_solution_cells())
    assert [finding.cell for finding in rehearse(course, [path])] == ["04-term-test"]


def test_errors_after_an_error_are_seen_when_going_on(tmp_path):
    path = write_notebook(
        tmp_path / "a.ipynb", [code("a", "1 / 0"), code("b", "print(1)"), code("c", "nobody")]
    )
    run = run_notebook(path, tmp_path, keep_going=True)
    assert [cell for cell, _ in run.errors] == ["a", "c"]
    assert ("b", "1\n") in [(cell, output.get("text")) for cell, output in run.outputs]
    assert [cell for cell, _ in run_notebook(path, tmp_path).errors] == ["a"]


def test_kernel_that_does_not_start_is_said(tmp_path, monkeypatch):
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    def none(self, name):
        raise NoSuchKernel(name)

    monkeypatch.setattr(KernelSpecManager, "get_kernel_spec", none)
    path = write_notebook(tmp_path / "a.ipynb", [code("a", "1")])
    with pytest.raises(CourseError, match=r"kernel does not start \(No such kernel named python3\)"):
        run_notebook(path, tmp_path)
