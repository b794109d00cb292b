"""Every explorer of every topic, over the corners of all its levers, without a browser."""

import importlib
import itertools

import numpy as np
import pytest

from relmark_helpers.course import CHAPTERS
from relmark_helpers.notebook.explorer import Explorer


def every_explorer():
    for chapter in CHAPTERS:
        module = importlib.import_module(f"relmark_helpers.topics.{chapter.topic}.explorer")
        for name, value in vars(module).items():
            if isinstance(value, Explorer):
                yield pytest.param(value, id=f"{chapter.topic}.{name}")


EXPLORERS = list(every_explorer())


def ends(lever):
    return (lever.positions[0].value, lever.positions[-1].value)


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_every_corner_has_a_picture_a_sentence_and_numbers(explorer):
    names = list(explorer.levers)
    for corner in itertools.product(*(ends(explorer.levers[name]) for name in names)):
        view = explorer.view(**dict(zip(names, corner, strict=True)))
        assert view.says.endswith("."), corner
        numbers = view.table.select_dtypes("number").to_numpy()
        assert numbers.size, corner
        assert not np.isinf(numbers).any(), corner
        for axes in view.figure.axes:
            assert outside(axes) == [], corner


def outside(axes):
    """Points of lines that the picture would cut off."""
    low, high = sorted(axes.get_ylim())
    left, right = sorted(axes.get_xlim())
    points = [
        point
        for line in axes.lines
        if line.get_transform() == axes.transData
        for point in line.get_xydata()
        if np.isfinite(point).all()
    ]
    slack = 1e-9
    return [
        p
        for p in points
        if not (left - slack <= p[0] <= right + slack and low - slack <= p[1] <= high + slack)
    ]


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_the_same_levers_give_the_same_sentence(explorer):
    assert explorer.view().says == explorer.view().says
