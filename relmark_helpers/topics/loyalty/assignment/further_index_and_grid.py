"""Further mistakes in tasks 1 to 4 of assignment 06: the index, its parts, and attitude beside behaviour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.loyalty.assignment import mistakes, right
from relmark_helpers.topics.loyalty.assignment.further_early import all_orders, rated_items
from relmark_helpers.topics.loyalty.model import components, drivers, grid


def parts_by(case: Case, least: int) -> pd.DataFrame:
    """The components, with so many answered items enough for a score of satisfaction."""
    items = rated_items(case, "overall_satisfaction")
    scored = items.mean(axis=1).where(items.notna().sum(axis=1) >= least)
    return right.parts(case).assign(satisfaction=scored)


def open_ended(case: Case) -> Case:
    """The case as if its orders went on, so that nothing is cut off by the last one."""
    beyond = case.orders.tail(1).assign(customer_id=-1, ordered_on=pd.Timestamp("2027-01-01"))
    return replace(case, contents={**case.contents, "orders": pd.concat([case.orders, beyond])})


def _index(values: pd.Series) -> pd.DataFrame:
    return values.rename("index").to_frame()


def _resistance_turned(case: Case) -> pd.DataFrame:
    parts = right.parts(case)
    return _index(components.loyalty_index(parts.assign(resistance=8 - parts["resistance"]), at_least=5))


def _filled(case: Case, value: float | None = None) -> pd.DataFrame:
    index = right.index(case)
    return _index(index.fillna(index.mean() if value is None else value))


def _of_deviations(case: Case, least: int) -> float:
    complete = parts_by(case, least).dropna()
    return float(5 / 4 * (1 - complete.std().sum() / complete.sum(axis=1).std()))


def _alpha_of_seven(case: Case) -> float:
    answers = right.parts(case)[list(components.ANSWERS)]
    seven = pd.concat([rated_items(case, "overall_satisfaction"), answers], axis=1)
    return float(components.alpha_of(seven.dropna().cov().to_numpy()))


def _alpha_with_itself(case: Case, sums: bool) -> float:
    """Alpha with the mean or the sum of the components as one more component."""
    complete = right.parts(case).dropna()
    whole = complete.sum(axis=1) if sums else complete.mean(axis=1)
    return float(components.alpha_of(complete.assign(whole=whole).cov().to_numpy()))


def _slopes(case: Case) -> dict[str, float]:
    complete = parts_by(case, 1).dropna()
    by, wholes = complete["satisfaction"], (complete, complete[list(components.ANSWERS)])
    return {
        name: float(by.cov(whole.mean(axis=1)) / by.var())
        for name, whole in zip(("with", "without"), wholes, strict=True)
    }


def _explained(case: Case, names: list[str], least: int, complete: bool) -> dict[str, float]:
    """R² of satisfaction for the mean of fewer answers."""
    parts = parts_by(case, least)
    rows = (parts if complete else parts[["satisfaction", *names]]).dropna()
    return right.both_sides(case) | {
        "without": float(rows["satisfaction"].corr(rows[names].mean(axis=1)) ** 2)
    }


def _by_the_answers(case: Case, apart: bool) -> dict[str, float]:
    """R² of the four answers, apart or as their mean, for the index."""
    complete = right.parts(case).dropna()
    index, four = complete.mean(axis=1), complete[list(components.ANSWERS)]
    causes = four if apart else four.mean(axis=1).to_frame()
    plane = np.column_stack([np.ones(len(causes)), causes])
    misses = index - plane @ np.linalg.lstsq(plane, index.to_numpy(), rcond=None)[0]
    return right.both_sides(case) | {"without": float(1 - misses.var() / index.var())}


def _taken_off(case: Case) -> dict[str, float]:
    """Satisfaction subtracted from the index as a whole."""
    complete = right.parts(case).dropna()
    r = complete["satisfaction"].corr(complete.mean(axis=1) - complete["satisfaction"])
    return right.both_sides(case) | {"without": float(r**2)}


def _begun_before(case: Case) -> Case:
    """The case as if its orders had begun long before, so that no half-year is cut off by the first one."""
    before = case.orders.head(1).assign(customer_id=-1, ordered_on=pd.Timestamp("2020-01-01"))
    return replace(case, contents={**case.contents, "orders": pd.concat([before, case.orders])})


def _above_the_cut(case: Case) -> dict[str, float]:
    cuts = {**case.cuts, "orders": case.cuts["orders"] + 1}
    return right.cells(replace(case, contents={**case.contents, "cuts": cuts}))


def _later_orders(case: Case) -> dict[str, float]:
    """Orders after the answer, where those before it would be known."""
    later = drivers.orders_within(case.surveys, case.orders, drivers.HALF_YEAR)
    rows = mistakes.rows_of(case)
    return mistakes.cells_of(case, rows.assign(orders=later.where(rows["orders"].notna())))


def _numbers(case: Case) -> dict[str, float]:
    rows = mistakes.rows_of(case)
    placed = int((rows["attitude"].notna() & rows["orders"].notna()).sum())
    return {name: value * placed for name, value in right.cells(case).items()}


def _of_everybody(case: Case) -> dict[str, float]:
    cells = right.cells(case)
    return {name: value * cells[name] for name, value in right.gone(case).items()}


_found_grid = once(right.found_grid)


def _spread_of_the_gone(case: Case) -> dict[str, float]:
    """How those who are gone spread over the cells."""
    found = _found_grid(case)
    gone = found["followed"] * found["gone"]
    return {str(name): float(value) for name, value in (gone / gone.sum()).items()}


def _gone_of_all_followed(case: Case) -> dict[str, float]:
    """Those gone of each cell over the answers of all cells."""
    found = _found_grid(case)
    gone = found["followed"] * found["gone"] / found["followed"].sum()
    return {str(name): float(value) for name, value in gone.items()}


def _open(value: Callable[[Case], dict[str, float]]) -> Callable[[Case], dict[str, float]]:
    return lambda case: value(open_ended(case))


_CUT_OFF = "Answers whose 183 days begin before the first order can't be placed: leave them out."
_AT_THE_CUT = "Behaviour is high from the cut on, not above it."

INDEX_AND_GRID: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "1": (
            Mistake(_resistance_turned, "Resistance is not worded the other way round; leave it as it is."),
            Mistake(
                lambda case: _index(right.parts(case).median(axis=1).where(right.index(case).notna())),
                "This is the median of the components; the index is their mean.",
            ),
            Mistake(
                lambda case: (right.index_table(case) - 1) / 6 * 100,
                "This runs from 0 to 100; the index has the points of the scale, from 1 to 7.",
            ),
            Mistake(
                lambda case: right.index_table(case).dropna(),
                "Keep a row for each survey, with the index missing where a component is.",
            ),
            Mistake(_filled, "An index that is missing is not the mean of the others: leave it missing."),
            *(
                Mistake(value, "A missing component is not a zero: the index then is missing.")
                for value in (
                    partial(_filled, value=0.0),
                    lambda case: _index(parts_by(case, 1).fillna(0).mean(axis=1)),
                    lambda case: _index(parts_by(case, 2).fillna(0).mean(axis=1)),
                )
            ),
            Mistake(
                lambda case: _index(parts_by(case, 1).mean(axis=1)),
                "An answer that lacks a component has no index here: leave it missing.",
            ),
        ),
        "2": (
            Mistake(_alpha_of_seven, "These are seven items; the three of satisfaction are one component."),
            Mistake(partial(_of_deviations, least=1), "Alpha compares variances, not standard deviations."),
            *(
                Mistake(
                    partial(_alpha_with_itself, sums=sums),
                    "The index is made of the five components and is no sixth one beside them.",
                )
                for sums in (False, True)
            ),
        ),
        "3": (
            Mistake(_slopes, "These are slopes of the two lines; R² says how much they explain."),
            Mistake(
                lambda case: right.both_sides(case) | {"with": 1.0},
                "One component does not explain the whole index; four others are in it.",
            ),
            *(
                Mistake(
                    partial(_explained, names=names, least=least, complete=complete),
                    "The whole without satisfaction is the mean of all four answers; some are missing here.",
                )
                for names in (list(grid.ATTITUDE), ["repurchase"])
                for least, complete in ((2, True), (2, False), (1, False))
            ),
            *(
                Mistake(
                    partial(_by_the_answers, apart=apart),
                    "Here the four answers explain the index; they are what satisfaction is to explain.",
                )
                for apart in (True, False)
            ),
            Mistake(
                _taken_off,
                "Satisfaction is only a part of the index; taking all of it off leaves it in with a minus.",
            ),
        ),
        "4": (
            Mistake(_open(right.cells), "Answers after the last order can't be placed: leave them out."),
            Mistake(_open(mistakes.cells_with_the_cut), "Attitude exactly at the cut is not above it."),
            Mistake(_open(_above_the_cut), _AT_THE_CUT),
            Mistake(
                _open(mistakes.cells_of_four_answers),
                "Attitude here is the mean of three answers; the intention to buy again is not among them.",
            ),
            Mistake(
                _open(_later_orders),
                "Behaviour is the orders up to the answer; you counted those after it.",
            ),
            Mistake(
                _open(all_orders),
                "These are all orders of the customer; behaviour is of the 183 days alone.",
            ),
            Mistake(lambda case: right.cells(_begun_before(case)), _CUT_OFF),
            Mistake(_numbers, "These are numbers of answers; divide by all that can be placed."),
        ),
        "4 gone": (
            Mistake(
                _open(right.gone),
                "An answer whose 365 days are not over by the last order is neither gone nor there: leave it out.",
            ),
            *(
                Mistake(value, "These are shares of all answers; divide by the answers of the cell.")
                for value in (_of_everybody, _gone_of_all_followed)
            ),
            *(
                Mistake(value, "These are shares of the gone; divide by those of the cell.")
                for value in (_spread_of_the_gone, _open(_spread_of_the_gone))
            ),
            Mistake(lambda case: right.gone(_begun_before(case)), _CUT_OFF),
        ),
    }
)
