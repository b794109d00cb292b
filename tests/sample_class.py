"""Classes that never sat an exam: gradebook, journal and notebooks made from plans, for the tests of the report."""

import json
import os
import sys
import warnings
from functools import cache
from pathlib import Path

import numpy as np
from nbgrader.api import Gradebook
from sample_course import CHECKOUT, NAME
from sqlalchemy.exc import SAWarning

from relmark_helpers.classroom.journal import Entry, Said, keep
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


def make_gradebook(course, points, *, name=NAME, cells=None, absent=(), due=None, handed_in=None):
    """A gradebook with one assignment; ``points`` is by student and cell, None where a reader is awaited."""
    cells = cells if cells is not None else graded_cells()
    before = os.environ["PATH"]
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])  # nbgrader calls alembic
    try:
        book = Gradebook(f"sqlite:///{course / 'gradebook.db'}", course_id="relmark")
    finally:
        os.environ["PATH"] = before
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
