"""A small course, whole and right, for the tests of the tools; each test breaks one thing in a copy."""

import json
import shutil
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
NAME = "04_satisfaction"


def text(name, source, **relmark):
    return {
        "cell_type": "markdown",
        "id": name,
        "metadata": {"relmark": relmark} if relmark else {},
        "source": source,
    }


def code(name, source, nbgrader=None, **relmark):
    metadata = ({"relmark": relmark} if relmark else {}) | ({"nbgrader": nbgrader} if nbgrader else {})
    return {
        "cell_type": "code",
        "id": name,
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def grading(name, *, solution, points=None):
    """nbgrader's metadata of a cell: graded if it has points, locked if it is no solution."""
    metadata = {"grade_id": name, "schema_version": 3, "task": False, "solution": solution}
    metadata |= {"grade": points is not None, "locked": not solution}
    return metadata if points is None else metadata | {"points": points}


def answer(name):
    return grading(name, solution=True)


def graded_test(name, points):
    return grading(name, solution=False, points=points)


def by_reader(name, points):
    return grading(name, solution=True, points=points)


def write_notebook(path, cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = [cell | {"source": cell["source"].splitlines(keepends=True)} for cell in cells]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    notebook = {"cells": whole, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(
        json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )
    return path


def read_cells(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell | {"source": "".join(cell["source"])} for cell in cells]


def change(path, name, **values):
    """Change fields of one cell of a notebook."""
    cells = read_cells(path)
    found = [cell for cell in cells if cell["id"] == name]
    assert len(found) == 1, f"{path} has {len(found)} cells {name}"
    found[0].update(values)
    write_notebook(path, cells)


def drop(path, name):
    cells = read_cells(path)
    kept = [cell for cell in cells if cell["id"] != name]
    assert len(kept) == len(cells) - 1
    write_notebook(path, kept)


def chapter_cells():
    cells = [
        text("ch04-title", "# 4 Satisfaction · 顾客满意\n\nYou learn why delight does not last."),
        text(
            "ch04-outcomes",
            "## After this chapter you can …\n\n- **4.1** build scores\n- **4.2** estimate paths\n- **4.3** judge delight",
        ),
        code("ch04-set-up", "import relmark_helpers as rm"),
        text("ch04-question", "## The question\n\nShould the branch spend on delivery?"),
    ]
    for outcome in ("4.1", "4.2", "4.3"):
        cells += [
            text(
                f"ch04-{outcome[2]}-idea",
                f"## {outcome} An idea\n\nA short idea [oliver1980].",
                teaches=["C0-15"],
            ),
            code(f"ch04-{outcome[2]}-predict", f'rm.predict("{outcome}", "What moves?", options=["a", "b"])'),
        ]
    return [
        *cells,
        text("ch04-claim", "## Claim check\n\nDelight pays, it is told.", claims=["C0-16"]),
        code("ch04-claim-check", "1 + 1"),
        text("ch04-mistakes", "## Three mistakes analysts make here\n\n1. One.\n2. Two.\n3. Three."),
        text("ch04-self-check", "## Self-check"),
        code("ch04-quiz", 'rm.quiz("04")'),
        text("ch04-summary", "## Summary\n\n- **4.1** scores\n- **4.2** paths\n- **4.3** delight"),
        text("ch04-terms", "## Terms\n\n| English | 中文 |\n|---|---|\n| satisfaction | 满意 |"),
        text(
            "ch04-reading",
            f"## Further reading\n\n- [oliver1980]\n\nNow do [the exercise](../exercises/{NAME}/{NAME}.ipynb).",
        ),
    ]


SET_UP = """import os

import relmark_helpers as rm

STUDENT_ID = ""
COURSE = "meridian-home"
case = rm.case("04", student=STUDENT_ID, course=COURSE)"""


def solution_cells(set_up=SET_UP):
    table = (
        "| Task | Points | Outcome | Graded by |\n|---|---|---|---|\n"
        "| 1 | 70 | 4.1, 4.2 | test |\n| 2 | 30 | 4.3 | reader |\n| **Total** | 100 | | |"
    )
    return [
        text("04-title", f"# Assignment 4\n\n{table}"),
        code("04-set-up", set_up),
        text("04-task-1", "## Task 1 Length (70 points)\n\nGive `length`.", examines=["C0-15"]),
        code(
            "04-length",
            "length = None\n### BEGIN SOLUTION\nlength = len(os.environ['RELMARK_STUDENT'])\n### END SOLUTION".replace(
                "'", '"'
            ),
            answer("04-length"),
        ),
        code("04-length-check", 'rm.check(case, "1", length)'),
        code(
            "04-length-test",
            '### BEGIN HIDDEN TESTS\nassert length == len(os.environ["RELMARK_STUDENT"])\n### END HIDDEN TESTS',
            graded_test("04-length-test", 40),
        ),
        code(
            "04-term-test",
            "### BEGIN HIDDEN TESTS\n"
            'assert (os.environ["RELMARK_COURSE"], os.environ["RELMARK_HIDDEN"]) == ("meridian-home", "secret")\n'
            "### END HIDDEN TESTS",
            graded_test("04-term-test", 30),
        ),
        text("04-task-2", "## Task 2 Judge (30 points)", examines=["C0-16"]),
        text("04-judge", "### BEGIN SOLUTION\nIt depends.\n### END SOLUTION")
        | {"metadata": {"nbgrader": by_reader("04-judge", 30)}},
    ]


PLAIN_SET_UP = SET_UP.replace("import relmark_helpers as rm\n\n", "").replace(
    'rm.case("04", student=STUDENT_ID, course=COURSE)', "COURSE"
)


def plain_solution_cells():
    """The assignment without the library, so that grading is tested by itself."""
    return [cell for cell in solution_cells(PLAIN_SET_UP) if cell["id"] != "04-length-check"]


CONCEPTS = """concept_id,kind,chapter,concept_en,term_zh,taught_in,examined_in
C0-15,model,04,Seven factors,七因素,{t}:ch04-1-idea;{t}:ch04-2-idea;{t}:ch04-3-idea,{t}:04-task-1
C0-16,claim,04,Delight pays,愉悦,{t}:ch04-claim,{t}:04-task-2
C1-01,list,06,Importance of loyalty,忠诚,,
""".replace("{t}", NAME)


def build_course(folder):
    """Lay the small course out in a folder; its exercise is still to be released."""
    write_notebook(folder / "chapters" / f"{NAME}.ipynb", chapter_cells())
    write_notebook(folder / "solutions" / NAME / f"{NAME}.ipynb", solution_cells())
    (folder / "exercises").mkdir()
    (folder / "docs").mkdir()
    (folder / "docs" / "references.bib").write_text("@article{oliver1980, title={A Cognitive Model}}\n")
    (folder / "datasets").mkdir()
    (folder / "datasets" / "concepts.csv").write_text(CONCEPTS, encoding="utf-8")
    shutil.copy(CHECKOUT / "nbgrader_config.py", folder)
    return Path(folder)
