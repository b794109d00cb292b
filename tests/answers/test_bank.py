"""Every answer of the banks gets the points and the sentence it is due, by nbgrader and by relmark."""

import shutil

import pytest
from bank import (
    CHECKOUT,
    TASK,
    Answer,
    by_task,
    grade_plainly,
    make_course,
    marks,
    passed,
    read_bank,
    reference,
    submit,
    verdicts,
)

from relmark_helpers.authoring.stress.stress import stress
from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.course import CHAPTERS

STUDENTS = ["bank.1", "bank.2", "bank.3", "bank.4", "bank.5"]
LEAST = {"right": 3, "mistake": 6, "hostile": 2}
NAMES = [chapter.name for chapter in CHAPTERS]


@pytest.mark.parametrize("assignment", NAMES)
def test_a_bank_is_large_enough(assignment):
    kinds = [answer.kind for answer in read_bank(assignment)]
    assert {kind: kinds.count(kind) >= least for kind, least in LEAST.items()} == dict.fromkeys(LEAST, True)


@pytest.mark.parametrize("assignment", NAMES)
def test_every_usual_mistake_has_its_sentence(assignment):
    assert [
        answer.name for answer in read_bank(assignment) if answer.kind == "mistake" and not answer.says
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("assignment", CHAPTERS, ids=NAMES)
def test_every_answer_gets_what_it_is_due(assignment):
    """On five cases, in one process; what is hostile needs processes of its own."""
    report = stress(CHECKOUT, assignment, STUDENTS, ["bank"])
    assert report.cases == len(STUDENTS)
    assert report.said() == []


@pytest.mark.slow
@pytest.mark.parametrize("assignment", NAMES)
def test_nbgrader_and_relmark_give_the_same(assignment, tmp_path):
    if (note := passed(assignment)).exists():
        print(f"{assignment}: nothing has changed since both gave the same")
        return
    course = make_course(tmp_path / "plain", assignment)
    right, bank = reference(assignment), read_bank(assignment)
    handed_in = [
        Answer("reference", "the solution itself", "right"),
        Answer("blank", "nothing answered", "blank"),
        *(answer for answer in bank if answer.kind == "hostile"),
        *packed(answer for answer in bank if answer.kind != "hostile"),
    ]
    for answer in handed_in:
        cells = {} if answer.kind == "blank" else right | answer.cells
        submit(course, assignment, answer.name, cells)
    ours = shutil.copytree(course, tmp_path / "relmark")
    grade_plainly(course, assignment)
    grade(ours, assignment, Wishes(trusted=True))
    plain, judged = marks(course, assignment), marks(ours, assignment)
    amiss = []
    for answer in handed_in:
        name = answer.name
        said, ours_said = verdicts(course, assignment, name), verdicts(ours, assignment, name)
        if answer.kind != "packed":
            amiss += amiss_with(answer, "nbgrader", answer.plain_lost or answer.lost, plain[name], said)
            amiss += amiss_with(answer, "relmark", answer.lost, judged[name], ours_said)
        if answer.kind != "hostile" and (plain[name], said) != (judged[name], ours_said):
            amiss.append(f"{name}: nbgrader {plain[name]}, {said}, relmark {judged[name]}, {ours_said}")
    print(f"{assignment}: {len(handed_in)} submissions, {len(amiss)} amiss")
    assert not amiss, "\n".join(amiss)
    note.parent.mkdir(parents=True, exist_ok=True)
    for old in note.parent.glob(f"{assignment}-*"):
        old.unlink()
    note.touch()


def packed(answers):
    """Answers that touch different tasks in one submission, for plain nbgrader takes seconds for each."""
    packs = []
    for answer in answers:
        tasks = {TASK.match(cell).group(1) for cell in answer.cells if TASK.match(cell)} | set(answer.lost)
        for each in packs:
            if not each["tasks"] & tasks:
                break
        else:
            packs.append(each := {"tasks": set(), "cells": {}, "names": []})
        each["tasks"] |= tasks
        each["cells"] |= answer.cells
        each["names"].append(answer.name)
    return [
        Answer(f"pack-{number}", ", ".join(each["names"]), "packed", each["cells"])
        for number, each in enumerate(packs, start=1)
    ]


def amiss_with(answer, grader, due, cells, said):
    """What is not as it is due with one graded answer, in sentences."""
    name = f"{answer.name} ({grader})"
    for task, (points, most) in by_task(cells).items():
        lost = due.get(task, 0) if answer.kind != "blank" else most
        least, at_most = lost if isinstance(lost, list) else (lost, lost)
        if not least <= most - points <= at_most:
            yield f"{name}: task {task} lost {most - points:g} of {most:g}, due {lost}"
    if answer.kind == "blank":
        yield from (
            f"{name}: {key} says {v['outcome']}" for key, v in said.items() if v["outcome"] != "unanswered"
        )
    elif answer.kind == "right":
        yield from (f"{name}: {key} says {v['says']}" for key, v in said.items() if v["outcome"] != "right")
    for key, sentence in answer.says.items():
        if key not in said:
            yield f"{name}: check {key} said nothing"
        elif not said[key]["says"].startswith(sentence):
            yield f"{name}: check {key} says {said[key]['says']!r}, due {sentence!r}"
