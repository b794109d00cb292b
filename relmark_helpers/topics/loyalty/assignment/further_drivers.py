"""Further mistakes in tasks 7 to 10 of assignment 06: drivers, leaving, and words taken for each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.notebook.mixed_up import all_alike, mixed_up, yes_and_no_mixed_up
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.loyalty.assignment import right
from relmark_helpers.topics.loyalty.assignment.further_early import rated_items
from relmark_helpers.topics.loyalty.assignment.further_index_and_grid import open_ended
from relmark_helpers.topics.loyalty.assignment.own_case import SATISFIED
from relmark_helpers.topics.loyalty.assignment.statements import PULLS, WHERE
from relmark_helpers.topics.loyalty.model.components import ANSWERS
from relmark_helpers.topics.loyalty.model.drivers import DRIVERS, HALF_YEAR, MEASURED_BY, orders_within
from relmark_helpers.topics.loyalty.model.shares import divided


def _scored(case: Case, construct: str, least: int, turned: bool) -> pd.Series:
    """The score of a construct, its third item turned round or not."""
    items = rated_items(case, construct)
    if turned:
        items[f"{construct}_3"] = 8 - items[f"{construct}_3"]
    return items.mean(axis=1).where(items.notna().sum(axis=1) >= least)


def _ever_in_the_club(case: Case) -> pd.Series:
    found: pd.Series = case.surveys["customer_id"].isin(case.memberships["customer_id"]).astype("float64")
    return found


@once
def _loose(case: Case) -> pd.DataFrame:
    """The table with one answered item enough for a score, and members whenever they joined."""
    scores = {
        driver: _scored(case, construct, 1, construct == "trust") for driver, construct in MEASURED_BY.items()
    }
    answers = right.parts(case)[list(ANSWERS)].mean(axis=1, skipna=False)
    table = right.table(case).assign(**scores, reward=_ever_in_the_club(case), stated=answers)
    return table.assign(index=(4 * answers + table["satisfaction"]) / 5)


def _alone(case: Case) -> dict[str, float]:
    squares = _loose(case)[[*DRIVERS, "stated"]].dropna().corr()["stated"].drop("stated") ** 2
    return {str(name): float(value / squares.sum()) for name, value in squares.items()}


def _points(case: Case) -> dict[str, float]:
    found = divided(_loose(case)[[*DRIVERS, "stated"]].dropna().corr().to_numpy())
    return dict(zip(DRIVERS, map(float, found), strict=True))


def _repurchase(case: Case, table: Callable[[Case], pd.DataFrame]) -> dict[str, float]:
    return right.shares_of(table(case).assign(stated=right.parts(case)["repurchase"]), "stated")


def _all_turned(case: Case) -> dict[str, float]:
    scores = {driver: _scored(case, construct, 2, True) for driver, construct in MEASURED_BY.items()}
    return right.shares_of(right.table(case).assign(**scores), "stated")


def _followed(case: Case, least: int = 2, stays: pd.Series | None = None) -> pd.DataFrame:
    """Whether satisfied, trust and whether gone, by another rule for scores or for who stays."""
    table = right.table(case)
    rows = table.assign(
        satisfaction=_scored(case, "overall_satisfaction", least, False),
        stayed=table["stayed"] if stays is None else stays,
    )
    return rows.assign(satisfied=rows["satisfaction"] >= SATISFIED, gone=rows["stayed"] == 0)


def _known(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["satisfaction"].notna() & rows["stayed"].notna()]


def _conditionals(rows: pd.DataFrame) -> dict[str, float]:
    both = (rows["satisfied"] & rows["gone"]).sum()
    return {
        "satisfied of left": float(both / rows["gone"].sum()),
        "left of satisfied": float(both / rows["satisfied"].sum()),
    }


def _above(case: Case) -> dict[str, float]:
    rows = _known(_followed(case, 1))
    return _conditionals(rows.assign(satisfied=rows["satisfaction"] > SATISFIED))


def _open_years(case: Case, least: int) -> dict[str, float]:
    return _conditionals(_known(_followed(case, least, right.table(open_ended(case))["stayed"])))


def _half_year(case: Case, least: int, whole_year: bool) -> dict[str, float]:
    """Gone after half a year, of answers whose year is over or whose half-year is."""
    later = orders_within(case.surveys, case.orders, HALF_YEAR)
    stays = (later > 0).astype("float64").where(later.notna())
    if whole_year:
        stays = stays.where(right.table(case)["stayed"].notna())
    return _conditionals(_known(_followed(case, least, stays)))


def _unscored_dissatisfied(case: Case, least: int) -> dict[str, float]:
    rows = _followed(case, least)
    return _conditionals(rows[rows["stayed"].notna()])


def _gap(
    case: Case, column: str = "trust", least: int = 2, unturned: bool = False, everybody: bool = False
) -> float:
    """Mean of those who stayed less that of those who left, of the satisfied or of everybody."""
    rows = _followed(case, least)
    if unturned or least != 2:
        rows["trust"] = _scored(case, "trust", least, not unturned)
    rows = rows[rows["stayed"].notna() & (rows["satisfied"] | everybody)]
    means = rows.groupby("gone")[column].mean()
    return float(means[False] - means[True])


def _gap_of_others(case: Case, dissatisfied: bool) -> float:
    """The gap in trust of all with a score, or of the dissatisfied."""
    rows = _known(_followed(case))
    means = rows[~(rows["satisfied"] & dissatisfied)].groupby("gone")["trust"].mean()
    return float(means[False] - means[True])


def _of_three(known: np.ndarray, driver: int, outcome: bool) -> float:
    """As if the first three variables were the drivers, the outcome among them or not."""
    values = np.asarray(known, dtype="float64")
    first = range(3 if outcome else min(3, len(values) - 1))
    places = [*(each for each in first if each != driver), driver, len(values) - 1]
    return right.contribution(values[np.ix_(places, places)], len(places) - 2)


def _for_three(case: Case, outcome: bool) -> Callable[[np.ndarray, int], float]:
    return partial(_of_three, outcome=outcome)


def _from_one(known: np.ndarray, driver: int) -> float:
    return right.contribution(known, (driver - 1) % (len(known) - 1))


def _outcome_first(known: np.ndarray, driver: int) -> float:
    return right.contribution(np.roll(np.asarray(known), -1, axis=(0, 1)), driver)


_ALONE = "These come from each driver alone; drivers that go together are counted twice."
_INDEX = "These explain the index with satisfaction in it; stated loyalty is the mean of the four answers."
_ONE_ANSWER = "This explains the intention to buy again alone; stated loyalty is the mean of four answers."
_TURNED = "The third item of trust is worded the other way round: take 8 less the answer."
_SATISFACTION = "This is the gap in satisfaction, not in trust."

DRIVERS_AND_WORDS: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "7": (
            Mistake(lambda case: _from_one, "The drivers are numbered from 0, as the columns are."),
            Mistake(lambda case: _outcome_first, "The outcome is the last variable, not the first."),
            Mistake(
                lambda case: lambda known, driver: right.contribution(case.given_correlations, driver % 3),
                "This computes with the case's correlations; take those that the function is given.",
            ),
            *(
                Mistake(
                    partial(_for_three, outcome=outcome),
                    "This holds for three drivers alone; count them in the matrix that the function is given.",
                )
                for outcome in (True, False)
            ),
        ),
        "8": (
            Mistake(
                lambda case: right.shares_of(
                    right.table(case).assign(reward=_ever_in_the_club(case)), "stated"
                ),
                "A member is who had joined by the day of the answer; some joined later.",
            ),
            Mistake(
                lambda case: right.shares_of(
                    _loose(case).assign(trust=_scored(case, "trust", 1, False)), "stated"
                ),
                _TURNED,
            ),
            Mistake(_all_turned, "Only the third item of trust is worded the other way round."),
            Mistake(_alone, _ALONE),
            Mistake(_points, "These are points of R²; divide by the R² of all five."),
            *(Mistake(partial(_repurchase, table=table), _ONE_ANSWER) for table in (right.table, _loose)),
            Mistake(lambda case: right.shares_of(_loose(case), "index"), _INDEX),
        ),
        "9 data": (
            Mistake(_above, "A score of exactly 4 is satisfied too."),
            *(
                Mistake(
                    partial(_open_years, least=least),
                    "An answer whose 365 days are not over is neither gone nor there: leave it out.",
                )
                for least in (1, 2)
            ),
            *(
                Mistake(
                    partial(_half_year, least=least, whole_year=whole),
                    "Half a year is too short: gone means 365 days without an order.",
                )
                for least in (1, 2)
                for whole in (True, False)
            ),
            Mistake(
                partial(_unscored_dissatisfied, least=3),
                "An answer without a score is not dissatisfied: leave it out.",
            ),
        ),
        "9 trust": (
            *(
                Mistake(value, "This is the gap of everybody; the task asks for the satisfied.")
                for value in (partial(_gap, everybody=True), partial(_gap_of_others, dissatisfied=False))
            ),
            Mistake(
                partial(_gap_of_others, dissatisfied=True),
                "This is the gap of the dissatisfied; the task asks for the satisfied.",
            ),
            Mistake(partial(_gap, column="satisfaction", least=1), _SATISFACTION),
            Mistake(partial(_gap, least=1, unturned=True), _TURNED),
        ),
        "10": (
            *mixed_up(
                right.pulls,
                {
                    "satisfaction": "to act on the causes of satisfaction",
                    "trust": "to lower the risk of buying and keep promises",
                    "communication": "to listen and answer",
                    "convenience": "to make buying easy",
                    "reward": "to prefer some customers to others",
                    "prospects": "to find people who are no customers yet",
                },
            ),
            *all_alike(right.pulls, PULLS, "Each word stands once; here one stands everywhere."),
        ),
        "10 people": (
            *mixed_up(
                right.places,
                {
                    "watching": "never to have ordered",
                    "trying": "a first order, with nothing known yet",
                    "returning": "to come back after a good experience, and still compare",
                    "trusting": "to buy all year without comparing",
                    "lost": "to have ordered, and to order no more",
                },
            ),
            *all_alike(right.places, WHERE, "Each stage stands once; here one stands everywhere."),
        ),
        "10 testable": yes_and_no_mixed_up(right.testable),
    }
)
