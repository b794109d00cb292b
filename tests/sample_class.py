"""Classes that never sat an exam: gradebook, journal and notebooks made from plans, for the tests of the report."""

import json
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path

import numpy as np
from nbgrader.api import Gradebook
from sample_course import CHECKOUT, NAME
from sqlalchemy.exc import SAWarning

from relmark_helpers.classroom.journal import Entry, Event, Said, keep
from relmark_helpers.classroom.release import quick_gradebook
from relmark_helpers.notebook.answers import Function, Table
from relmark_helpers.notebook.case import case
from relmark_helpers.notebook.check import Check, judge
from relmark_helpers.topics.satisfaction.assignment import CHECKS

COMPARED = [key for key, check in CHECKS.items() if not isinstance(check.kind, (Table, Function))]


@cache
def released():
    return json.loads((CHECKOUT / "exercises" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))


def graded_cells():
    """Name, points and kind of the graded cells of the real assignment."""
    marks = [
        cell["metadata"].get("nbgrader", {}) | {"kind": cell["cell_type"]} for cell in released()["cells"]
    ]
    return [(mark["grade_id"], mark["points"], mark["kind"]) for mark in marks if mark.get("grade")]


@cache
def _empty_gradebook():
    """A gradebook with nothing in it; making one takes seconds, copying it none."""
    with quick_gradebook(), tempfile.TemporaryDirectory() as folder:
        Gradebook(f"sqlite:///{folder}/gradebook.db", course_id="relmark").close()
        return Path(folder, "gradebook.db").read_bytes()


def make_gradebook(course, points, *, name=NAME, cells=None, absent=(), due=None, handed_in=None):
    """A gradebook with one assignment; ``points`` is by student and cell, None where a reader is awaited."""
    cells = cells if cells is not None else graded_cells()
    (course / "gradebook.db").write_bytes(_empty_gradebook())
    book = Gradebook(f"sqlite:///{course / 'gradebook.db'}", course_id="relmark")
    with book, warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, of any submission that it adds
        book.add_assignment(name, duedate=due)
        book.add_notebook(name, name)
        for cell, most, kind in cells:
            book.add_grade_cell(cell, name, name, max_score=most, cell_type=kind)
        for student in [*points, *absent]:
            book.add_student(student)
        for student, earned in points.items():
            when = (handed_in or {}).get(student)
            submission = book.add_submission(name, student, **({"timestamp": when} if when else {}))
            for grade in submission.notebooks[0].grades:
                grade.auto_score = earned.get(grade.name)
                grade.needs_manual_grade = earned.get(grade.name) is None
        book.db.commit()
    return course


def write_graded(course, student, sources, name=NAME):
    """The notebook of a student after grading: the release with some cells' sources replaced."""
    cells = [
        cell | {"source": sources.get(cell["id"], "".join(cell["source"]))}
        for cell in json.loads(json.dumps(released()["cells"]))
    ]
    path = course / "autograded" / student / name / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(released() | {"cells": cells}), encoding="utf-8")
    return path


def ability_class(students, cells, seed=0):
    """Points of a class whose members differ in ability: all or nothing in each cell."""
    rng = np.random.default_rng(seed)
    hard = rng.normal(-0.6, 0.8, len(cells))
    found = {}
    for student in students:
        passed = rng.normal(0, 1) + rng.normal(0, 1, len(cells)) > hard
        found[student] = {
            cell: most if won else 0.0 for (cell, most, _), won in zip(cells, passed, strict=True)
        }
    return found


@cache
def own_case(student):
    return case("04", student=student)


@cache
def right_answers(student):
    """The right value of every comparable check, for a student's real case."""
    return {key: plain(CHECKS[key].right(own_case(student))) for key in COMPARED}


@cache
def mistake(student, key, place):
    """What one of the usual mistakes gives in a student's real case."""
    return plain(CHECKS[key].mistakes[place].value(own_case(student)))


def wrong_answer(student, key, rng):
    """A usual mistake; where none is known, two entries mixed up."""
    usual = len(CHECKS[key].mistakes)
    if usual:
        return mistake(student, key, int(rng.integers(usual)))
    answer = dict(right_answers(student)[key])
    one, other = rng.choice(list(answer), 2, replace=False)
    return answer | {one: answer[other], other: answer[one]}


def honest_answers(student, rng):
    """Most right, some wrong in the usual ways, some blank."""
    found = {}
    for key in COMPARED:
        luck = rng.uniform()
        if luck < 0.85:
            found[key] = right_answers(student)[key] if luck < 0.6 else wrong_answer(student, key, rng)
    return found


def plain(value):
    """An answer as the journal holds it: through JSON."""
    return json.loads(json.dumps(value, default=float))


def said(student, answers):
    """What the real checks say to a student's answers; usual mistakes are not told apart, which takes time."""
    found = []
    for key in COMPARED:
        given, right = plain(answers.get(key)), right_answers(student)[key]
        check = Check(CHECKS[key].kind, lambda case, right=right: right, CHECKS[key].hint)
        verdict = judge(check, own_case(student), key, given)
        cell = f"04-{key.replace(' ', '-check-')}"
        found.append(Said(key, verdict.outcome, verdict.says, cell, given, right))
    return tuple(found)


def journal_of(course, student, answers, **more):
    keep(course, Entry(student, NAME, "0", said=said(student, answers), rung="bubblewrap", **more))


def synthetic_class(course, students=40):
    """A class with something in every section of the report, made without drawing real cases."""
    rng = np.random.default_rng(17)
    names = [f"student{n:02d}" for n in range(students)]
    points = ability_class(names, graded_cells(), 17)
    for cell, most, _ in graded_cells():
        for place, name in enumerate(names):
            if cell.startswith("04-8-"):
                points[name][cell] = most  # very easy
            if cell.startswith("04-4-"):
                points[name][cell] = most if sum(points[name].values()) < 40 else 0.0  # turned round
            if cell == "04-11-answer" and place < 3:
                points[name][cell] = None
    make_gradebook(
        course,
        points,
        absent=["absent.one", "absent.two"],
        due="2026-03-01 12:00 UTC",
        handed_in={names[5]: "2026-03-02 12:00 UTC"},
    )
    for folder in ("exercises", "solutions"):
        shutil.copytree(CHECKOUT / folder / NAME, course / folder / NAME)
    rights = [synthetic_answers(rng) for _ in names]
    for place, name in enumerate(names):
        given = {
            key: value if rng.uniform() < 0.7 else wrong
            for (key, value), wrong in zip(
                rights[place].items(), synthetic_answers(rng).values(), strict=True
            )
        }
        if place == 7:
            given = rights[20]
        heard = tuple(
            Said(key, "right", "", "", given[key], value)
            if given[key] == value
            else Said(key, *WRONG[int(rng.integers(3))], "", given[key], value)
            for key, value in rights[place].items()
        )
        events = (Event("timeout", "04-3-answer", "Did not stop within 30 seconds."),) if place == 6 else ()
        repairs = ("Task 3's test cell is restored.",) if place == 5 else ()
        keep(course, Entry(name, NAME, "0", said=heard, events=events, repairs=repairs, rung="bubblewrap"))
        sources = {
            f"04-{task}-answer": f"found_{task} = fit({place}, case.surveys, {rng.integers(10**6)})"
            for task in (1, 2, 3, 4, 5, 7, 9, 11)
        }
        if place in (7, 20):
            sources["04-3-answer"] = SHARED_CODE
        if place in (8, 9):
            sources["04-11-answer"] = SHARED_TEXT
        write_graded(course, name, sources)
    keep(course, Entry("refused.one", NAME, "0", status="refused", reason="The file is empty."))
    return course, points


def synthetic_answers(rng):
    """Right values as the checks of the real assignment want them, of a case that is nobody's."""
    return {
        "3": {key: float(0.4 + 0.05 * rng.normal()) for key in CHECKS["3"].kind.keys},
        "6 best": str(rng.choice(CHECKS["6 best"].kind.options)),
        "8": float(0.3 + 0.06 * rng.normal()),
        "10": {
            f"s{n}": str(word)
            for n, word in enumerate(rng.permutation([*CHECKS["10"].kind.each.options] * 2), 1)
        },
    }


WRONG = (
    ("mistake", "These are standardised paths; the task asks for points per point."),
    ("wrong", "No value is right yet. See section 4.2."),
    ("shape", "There is no value for 'trust'; 1 of 9 are missing."),
)
SHARED_TEXT = (
    "顾客满意度不是终点，信任才是。我建议董事会选择第二个方案，因为它每十万元带来的提高最多，而惊喜会减少。"
)
SHARED_CODE = """fits = {}
for effect, causes in arrows.items():
    rows = scores[[effect, *causes]].dropna()
    matrix = np.column_stack([np.ones(len(rows)), rows[causes].to_numpy(dtype=float)])
    solved, *_ = np.linalg.lstsq(matrix, rows[effect].to_numpy(dtype=float), rcond=None)
    fits |= {f"{cause} -> {effect}": slope for cause, slope in zip(causes, solved[1:], strict=True)}
paths = pd.Series(fits)"""
