"""``relmark check`` and the grade say the same of odd notebooks, task by task; a check that did not run counts."""

import contextlib
import json

import pytest
from corpus import honest
from test_editors import NAME, planned, released, stripped

from relmark_helpers.classroom.grade.intake import steps, take_in
from relmark_helpers.classroom.grade.sandbox.ladder import Rung
from relmark_helpers.classroom.grade.sandbox.limits import Limits
from relmark_helpers.classroom.grade.submission import Submission
from relmark_helpers.classroom.grade.work import Job, examine
from relmark_helpers.cli.checkup import check_assignment

pytestmark = pytest.mark.slow


def odd(kind):
    notebook = released(NAME)
    for raw in notebook["cells"]:
        source = honest("ada").get(raw["id"], raw["source"])
        if raw["id"] == "00-1-answer":
            source = "%matplotlib qt\n" + source
        if raw["id"] == "00-2-answer":
            source = "import matplotlib\nmatplotlib.use('TkAgg')\n" + source
        if raw["id"] == "00-3-answer":
            source = "%bookmark here\n" + source + "\nmay_write = may_write + 7"
        if raw["id"] == "00-4-answer":
            source = "%%time\n" + source
        raw["source"] = source.replace('STUDENT_ID = ""', 'STUDENT_ID = "ada"')
    if kind == "stripped":
        stripped(notebook)
    if kind == "raises":
        next(raw for raw in notebook["cells"] if raw["id"] == "00-4-answer")["source"] = "del alone\n1 / 0"
    return notebook


@pytest.mark.parametrize("kind", ["whole", "stripped", "raises"])
def test_check_and_grade_say_the_same(kind, tmp_path):
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps(odd(kind)), encoding="utf-8")
    plan = planned(NAME)
    intake = take_in(plan, Submission("ada", NAME, path.read_bytes()))
    job = Job("ada", tuple(steps(plan, intake.cells)), (), "meridian-home", "practice", Limits())
    with contextlib.closing(Rung("plain", forks=False).starter("00", tmp_path)) as starter:
        graded = examine(job, starter, starter, Rung("plain", forks=False), tmp_path)
    checked = check_assignment("00", path)
    said = [(each["task"], each["outcome"], each["says"]) for each in checked.verdicts]
    assert [each for each in said if each[1] != "stopped"] == [
        (each.task, each.outcome, each.says) for each in graded.said
    ]
    assert len(said) == 6, "one that did not run counts"
    assert [each[1] for each in said] == ["right"] * 4 + ["wrong", "stopped" if kind == "raises" else "right"]
    assert checked.repairs[:1] == intake.repairs[:1]
