"""What is right for an assignment cannot be reached from a notebook that is being graded, on any rung."""

import os
from unittest import mock

import numpy as np
import pandas as pd
import pytest
from reach import ALWAYS, BY_IMPORT, WAYS

from relmark_helpers.classroom.grade.fanout import judges_rung
from relmark_helpers.classroom.grade.sandbox.ladder import choose, lacks
from relmark_helpers.classroom.grade.sandbox.limits import Limits
from relmark_helpers.classroom.grade.work import Job, Step, examine
from relmark_helpers.course import CHAPTERS
from relmark_helpers.notebook.case import case

SET_UP = 'import relmark_helpers as rm\ncase = rm.case("{}", student="somebody")'
# where there is no sandbox, whoever leaves Python behind reads what the grader may read
PAST_PYTHON = {"a magic", "duckdb", "a program of its own", "the C library"}


def need(rung):
    lack = lacks(rung)
    if lack and os.environ.get("CI"):
        pytest.fail(f"{rung}: {lack}")
    if lack:
        pytest.skip(f"{rung}: {lack}")


def run(rung, chapter, cells, folder):
    """What each cell of a student's shows, and what the instructor is told."""
    pupils, judges = rung.starter(chapter, folder), judges_rung(rung).starter(chapter, folder, judging=True)
    steps = [Step(-1, "set-up", "student", SET_UP.format(chapter))]
    steps += [Step(place, name, "student", source) for place, (name, source) in enumerate(cells.items())]
    try:
        job = Job("ada", tuple(steps), (), "meridian-home", "secret", Limits(cell_seconds=20))
        outcome = examine(job, pupils, judges, rung, folder)
    finally:
        pupils.close()
        judges.close()
    text = {each.place: "".join(output.get("text", "") for output in each.outputs) for each in outcome.shown}
    return {name: text[place] for place, name in enumerate(cells)}, outcome


@pytest.mark.slow
@pytest.mark.parametrize("forks", [None, False], ids=["forked", "started"])
@pytest.mark.parametrize("name", ["bubblewrap", "namespaces", "plain"])
def test_no_way_leads_to_what_is_right(name, forks, tmp_path):
    need(name)
    rung = choose(name, trusted=True, forks=forks)
    cells = {way: ALWAYS + source for way, source in WAYS.items()}
    shown, outcome = run(rung, "00", cells, tmp_path)
    assert {way for way, text in shown.items() if "STOLEN" in text} - (
        PAST_PYTHON if name == "plain" else set()
    ) == set()
    assert {event.kind for event in outcome.events} == {"answers"}
    assert set(BY_IMPORT) - {event.cell for event in outcome.events} <= {
        "what was imported before",
        "without our finder, by importlib",
    }


def same(one, other):
    """Equal to the last bit and the last type, as Python, numpy and pandas have them."""
    assert type(one) is type(other)
    if isinstance(one, dict):
        assert list(one) == list(other)
        for key, others in zip(one, other, strict=True):
            same(key, others)
            same(one[key], other[key])
    elif isinstance(one, (list, tuple)):
        assert len(one) == len(other)
        for each, others in zip(one, other, strict=True):
            same(each, others)
    elif isinstance(one, (pd.DataFrame, pd.Series)):
        pd.testing.assert_index_equal(one.index, other.index, exact=True)
        assert repr(one.index) == repr(other.index)  # with its freq
        same_table = pd.testing.assert_frame_equal if one.ndim == 2 else pd.testing.assert_series_equal
        same_table(one, other, check_exact=True, check_freq=True)
        assert one.attrs == other.attrs
    elif isinstance(one, np.ndarray):
        assert (one.dtype, one.shape, one.flags.writeable) == (
            other.dtype,
            other.shape,
            other.flags.writeable,
        )
        assert one.tobytes() == other.tobytes()
    else:
        assert one == other or repr(one) == repr(other)


@pytest.mark.parametrize("chapter", [each.number for each in CHAPTERS])
def test_the_case_that_is_handed_over_is_the_learners_own(chapter):
    """To the last bit: it goes from the judge to the student's process as it would to any notebook."""
    import socket
    import threading

    from relmark_helpers.classroom.grade.kernel.bench import Bench
    from relmark_helpers.classroom.grade.kernel.channel import Channel, SocketEnds
    from relmark_helpers.classroom.grade.kernel.pupil import Pupil
    from relmark_helpers.notebook import case as cases

    here, there = (Channel(SocketEnds(end)) for end in socket.socketpair())
    bench, pupil = object.__new__(Bench), object.__new__(Pupil)
    bench.channel, pupil.channel, pupil.drawn = there, here, {}
    pupil.tried = lambda what: None
    mine = case(chapter, student="ada")

    def answer():
        request, _ = there.receive()
        bench.draw({"chapter": request["case"], "unseen": request["unseen"]}, [])

    surroundings = {"RELMARK_STUDENT": "ada", "RELMARK_COURSE": cases.DEFAULT_COURSE}
    with mock.patch.dict(os.environ, surroundings):
        threading.Thread(target=answer).start()
        handed = pupil.draw(chapter, "somebody", "whatever")
    here.close(), there.close()
    assert repr(handed) == repr(mine)
    assert (handed.chapter, handed.student) == (mine.chapter, mine.student)
    same(dict(mine.contents), dict(handed.contents))
    assert type(handed.contents) is type(mine.contents)
    for name in mine.contents:
        same(getattr(mine, name), getattr(handed, name))
