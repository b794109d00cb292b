"""Further mistakes in tasks 5 and 6 of assignment 06: the moves between stages, and where they lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.loyalty.assignment import mistakes, right
from relmark_helpers.topics.loyalty.model import chain, half_years, ladder


def _moves(case: Case, moves: int) -> pd.DataFrame:
    """Persons who never came counted for so many moves."""
    counts = right.counts(case)
    counts.loc["watching", "watching"] += (moves - 4) * (case.persons - len(case.customers))
    return counts


def _returning_from_one(case: Case) -> pd.DataFrame:
    orders, _ = half_years.half_year_orders(case.customers, case.orders)
    stage = half_years.stages(case.customers, case.orders)
    return ladder.transition_counts(
        stage.mask((orders.iloc[:, :-1] == 1) & (stage == "trying"), "returning"), case.persons
    )


def _last_kept(case: Case, silent: str) -> pd.DataFrame:
    """The last half-year kept as a stage; who is silent in it is taken for lost, or for trying."""
    orders, _ = half_years.half_year_orders(case.customers, case.orders)
    stage = half_years.stages(case.customers, case.orders)
    tally, last = orders.iloc[:, -1], orders.columns[-1]
    words = np.select([tally == 0, tally <= 1, tally <= 3], [silent, "trying", "returning"], "trusting")
    waits = (stage.iloc[:, -1] == "watching") & (tally == 0)
    longer = stage.assign(**{str(last): pd.Series(words, stage.index).mask(waits, "watching")})
    return ladder.transition_counts(longer, case.persons)


def _silent_before(case: Case) -> pd.DataFrame:
    """Lost in a half-year without an order after another one."""
    orders, _ = half_years.half_year_orders(case.customers, case.orders)
    tally = orders.iloc[:, :-1]
    stage = half_years.stages(case.customers, case.orders)
    stage = stage.mask(stage == "lost", "trying")
    silent = (tally == 0) & (tally.shift(1, axis=1) == 0) & (stage != "watching")
    return ladder.transition_counts(stage.mask(silent, "lost"), case.persons)


def _watching_until_joined(case: Case) -> pd.DataFrame:
    """Watching only until the half-year of joining, whenever the first order comes."""
    orders, joined = half_years.half_year_orders(case.customers, case.orders)
    stage = half_years.stages(case.customers, case.orders)
    tally, after = orders.to_numpy()[:, :-1], orders.to_numpy()[:, 1:]
    waits = np.arange(tally.shape[1]) < joined.to_numpy()[:, None]
    silent = (tally == 0) & (after == 0) & (stage == "watching")
    stage = stage.mask(stage == "watching", "trying").mask(silent, "lost").mask(waits, "watching")
    return ladder.transition_counts(stage, case.persons)


def _alphabetical(table: pd.DataFrame) -> pd.DataFrame:
    order = sorted(table.index)
    return pd.DataFrame(table.loc[order, order].to_numpy(), table.index, table.columns)


def _by_columns(case: Case) -> pd.DataFrame:
    matrix = mistakes.matrix_by_columns(case)
    matrix.loc["lost"] = (0.0, 0.0, 0.0, 0.0, 1.0)
    return matrix


_counted = once(right.counts)


def _by_other_rows(case: Case, turned: bool, end: bool) -> pd.DataFrame:
    """Counts of each column over the sum of the row of its name; or the other way round."""
    counts = _counted(case)
    matrix = counts.div(counts.sum(), axis=0) if turned else counts / counts.sum(axis=1)
    if end:
        matrix.loc["lost"] = (0.0, 0.0, 0.0, 0.0, 1.0)
    return matrix


def _of_all_moves(case: Case) -> pd.DataFrame:
    counts: pd.DataFrame = right.counts(case)
    return counts / float(counts.to_numpy().sum())


def _climb(key: str, value: Callable[[np.ndarray], float]) -> Callable[[Case], dict[str, float]]:
    return lambda case: right.way_up(case) | {key: float(value(case.given_matrix.to_numpy()))}


def _from_returning(chances: np.ndarray) -> float:
    inside = chances[1:3, 1:3]
    arrive = chances[1:3, 3]
    return float(np.linalg.solve(np.eye(2) - inside, arrive)[1])


def _not_at_rest(case: Case, half_years: int, start: int) -> dict[str, float]:
    """The full market after so many half-years, all of it in one stage at first."""
    full = chain.refilled(case.given_matrix)
    shares = np.linalg.matrix_power(full.to_numpy(), half_years)[start]
    return dict(zip(map(str, full.columns), map(float, shares), strict=True))


_SILENT = (
    "Lost is who orders neither in this half-year nor in the next; the half-year before does not matter."
)

STAGES_AND_CHAIN: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "5": (
            Mistake(
                lambda case: _moves(case, 1),
                "Who never came was watching all the time and made every move, not one alone.",
            ),
            Mistake(lambda case: right.counts(case).T, "From is the row and to the column: turn it round."),
            *(
                Mistake(value, "These are chances; the task first asks for the numbers of moves.")
                for value in (right.matrix, mistakes.matrix_with_returns)
            ),
            Mistake(
                _returning_from_one, "One order in a half-year is trying still; returning begins with two."
            ),
            *(
                Mistake(
                    partial(_last_kept, silent=silent),
                    "In the last half-year nobody can know who is lost: the last stage is that of the one before.",
                )
                for silent in ("lost", "trying")
            ),
            Mistake(_silent_before, _SILENT),
            Mistake(
                _watching_until_joined,
                "Who has joined and not ordered yet still watches, until the half-year of the first order.",
            ),
            Mistake(
                lambda case: _alphabetical(right.counts(case)),
                "The stages stand in alphabetical order, and the labels in another one.",
            ),
        ),
        "5 matrix": (
            Mistake(_by_columns, "You divided by the sums of the columns; each row must add up to 1."),
            *(
                Mistake(
                    partial(_by_other_rows, turned=turned, end=end),
                    "Rows and columns are mixed up in the division: divide each row by the sum of that row.",
                )
                for turned in (False, True)
                for end in (False, True)
            ),
            Mistake(_of_all_moves, "This divides by all moves; each row has a sum of its own."),
            Mistake(
                lambda case: _alphabetical(right.matrix(case)),
                "The stages stand in alphabetical order, and the labels in another one.",
            ),
            Mistake(
                lambda case: ladder.transition_matrix(mistakes.counts_without_strangers(case)),
                "The persons in reach who never became customers went on watching: they are missing.",
            ),
        ),
        "6 climb": (
            Mistake(
                _climb(
                    "chance",
                    lambda chances: chances[1, 2] * chances[2, 3],
                ),
                "This is one way up, by returning at once; there are straight ones and longer ones.",
            ),
            Mistake(
                _climb("chance", _from_returning), "This is the chance of one who is returning, not trying."
            ),
            Mistake(
                _climb("chance", lambda chances: (chances @ chances)[1, 3]),
                "This is the chance of being trusting two half-years on; the way up may take longer.",
            ),
            Mistake(
                _climb("half_years", lambda chances: 1 / chances[1, 3]),
                "This waits for the one step from trying to trusting; most get there by more steps.",
            ),
            Mistake(
                _climb("chance", lambda chances: chances[1, 3] / (1 - chances[1, 1])),
                "This is the chance that who leaves trying goes straight to trusting; the way by returning is missing.",
            ),
            Mistake(
                _climb("half_years", lambda chances: 1 / (1 - chances[1, 1])),
                "This is the time in trying alone; the way up may lead through other stages.",
            ),
        ),
        "6 steady": tuple(
            Mistake(
                partial(_not_at_rest, half_years=number, start=start),
                "So few half-years do not bring the chain to rest yet; let the shares stay as they are from one to the next.",
            )
            for number in (1, 2, 4, 5, 6, 8, 10, 12)
            for start in (0, 1)
        ),
    }
)
