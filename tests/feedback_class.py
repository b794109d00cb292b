"""A small class, graded by plain nbgrader, for the tests of the feedback pages."""

import json
import shutil

from sample_course import (
    NAME,
    PLAIN_SET_UP,
    answer,
    build_course,
    by_reader,
    change,
    code,
    graded_test,
    read_cells,
    text,
    write_notebook,
)

from relmark_helpers.classroom import nbgrader
from relmark_helpers.classroom.release import release

MIME = "application/vnd.relmark.verdict+json"
HIDDEN = """import math as _math
expected_letters = len(os.environ["RELMARK_STUDENT"])
assert length == expected_letters, f"the name has {expected_letters} letters, not {length}"
for check_again in range(3):
    assert _math.floor(length) == expected_letters"""
HIDDEN_TERM = (
    'assert (os.environ["RELMARK_COURSE"], os.environ["RELMARK_HIDDEN"]) == ("meridian-home", "secret")'
)
CHECK = """from IPython.display import display

outcome = "right" if length == 3 else "mistake"
display({"application/vnd.relmark.verdict+json": {"task": "1", "outcome": outcome, "says": f"You said <{length}>."}}, raw=True)"""
TABLE = "| Task | Points | Outcome | Graded by |\n|---|---|---|---|\n| 1 | 70 | 4.1 | test |\n| 2 | 30 | 4.3 | reader |"


def hides(lines):
    return f"### BEGIN HIDDEN TESTS\n{lines}\n### END HIDDEN TESTS"


def cells():
    return [
        text("04-title", f"# Assignment 4 · 顾客满意\n\n{TABLE}"),
        code("04-set-up", PLAIN_SET_UP),
        text(
            "04-1-prompt",
            "## Task 1 · Length (70 points)\n\nGive `length`, for which $\\frac{a}{b} \\leq 1$.",
        ),
        code(
            "04-1-answer",
            "length = None\n### BEGIN SOLUTION\nlength = 3\n### END SOLUTION",
            answer("04-1-answer"),
        ),
        code("04-1-check", CHECK),
        code("04-1-test-letters", hides(HIDDEN), graded_test("04-1-test-letters", 40)),
        code("04-1-test-term", f"length\n{hides(HIDDEN_TERM)}\nNone", graded_test("04-1-test-term", 30)),
        text("04-2-prompt", "## Task 2 · Judge (30 points)\n\nDoes it pay?"),
        text("04-2-answer", "### BEGIN SOLUTION\nIt depends.\n### END SOLUTION")
        | {"metadata": {"nbgrader": by_reader("04-2-answer", 30)}},
    ]


def hidden_lines():
    """The lines that no page may show, from what was written above."""
    return [line.strip() for line in f"{HIDDEN}\n{HIDDEN_TERM}".splitlines()]


def notebook(course, step, student):
    return course / step / student / NAME / f"{NAME}.ipynb"


def hand_in(course, student, length="length = 3", *more):
    path = notebook(course, "submitted", student)
    path.parent.mkdir(parents=True)
    shutil.copy(course / "exercises" / NAME / f"{NAME}.ipynb", path)
    change(path, "04-1-answer", source=length)
    if more:
        write_notebook(path, [*read_cells(path), *more])
    return path


def graded_course(folder):
    """Ada is right and argues; Eve is wrong and prints what she was asked; Mallory's cells bear others' names;
    Cato wrote a line of a test himself; Bo left all as it was."""
    course = build_course(folder)
    write_notebook(course / "solutions" / NAME / f"{NAME}.ipynb", cells())
    release(course, NAME)
    change(hand_in(course, "ada"), "04-2-answer", source="It depends on the **branch**.")
    hand_in(course, "bo", "length = None\n# Write your answer here.")
    hand_in(course, "cato", "import math as _math\nprint('import math as _math')\nlength = 4")
    hand_in(
        course,
        "eve",
        "length = 4",
        code("spy", "print('before'); print(In)"),
        code(
            "spy-html",
            "from IPython.display import HTML\nHTML('<table><tr><td>' + In[-4] + '</td></tr></table>')",
        ),
        code(
            "spy-error", "import sys\nraise RuntimeError(str(getattr(sys, 'last_value', '')) or '|'.join(In))"
        ),
        code("honest", "print('after')"),
    )
    path = hand_in(
        course,
        "mallory",
        "length = 4",
        code("mine", "print('with the id of a test')"),
    )
    change(path, "04-1-test-term", id="no-test-at-all")
    change(path, "mine", id="04-1-test-term")
    for student in ("ada", "eve"):
        folder = notebook(course, "submitted", student).parent
        (folder / "timestamp.txt").write_text("2026-03-02 10:00:00 UTC")
        (folder / "submission_secret.txt").write_text(f"secret of {student}")
    nbgrader.run(course, "autograde", NAME)
    return course


def put_outputs(course, student, *outputs, cell="04-1-answer"):
    """Let the graded notebook say that a cell showed this."""
    path = notebook(course, "autograded", student)
    told = json.loads(path.read_text(encoding="utf-8"))
    found = next(each for each in told["cells"] if each["id"] == cell)
    found["outputs"] = list(outputs)
    path.chmod(0o644)
    path.write_text(json.dumps(told), encoding="utf-8")


def stream(text):
    return {"output_type": "stream", "name": "stdout", "text": text}


def display(**data):
    """An output by MIME type, ``text_html`` for ``text/html``."""
    return {
        "output_type": "display_data",
        "metadata": {},
        "data": {kind.replace("_", "/", 1): what for kind, what in data.items()},
    }
