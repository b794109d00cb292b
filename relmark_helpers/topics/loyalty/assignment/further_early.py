"""Less usual mistakes in tasks 1 to 5 of assignment 06, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.loyalty.assignment import mistakes, right
from relmark_helpers.topics.loyalty.model import components, drivers, grid, half_years, ladder


def rated_items(case: Case, construct: str) -> pd.DataFrame:
    """The three items of a construct, as they were answered."""
    names = [f"{construct}_{number}" for number in (1, 2, 3)]
    found: pd.DataFrame = case.surveys[names].astype("Float64").astype("float64")
    return found


def _index(case: Case, satisfaction: pd.Series) -> pd.DataFrame:
    """The index with another score of satisfaction."""
    parts = right.parts(case).assign(satisfaction=satisfaction)
    return components.loyalty_index(parts, at_least=5).rename("index").to_frame()


def _satisfied_by(case: Case, least: int) -> pd.DataFrame:
    items = rated_items(case, "overall_satisfaction")
    return _index(case, items.mean(axis=1).where(items.notna().sum(axis=1) >= least))


def _of_seven_items(case: Case) -> pd.DataFrame:
    answers = right.parts(case)[list(components.ANSWERS)]
    seven = pd.concat([rated_items(case, "overall_satisfaction"), answers], axis=1).mean(axis=1)
    return seven.where(right.index(case).notna()).rename("index").to_frame()


def _standardised(case: Case) -> float:
    together = right.parts(case).dropna().corr().to_numpy()
    return float(5 / 4 * (1 - 5 / together.sum()))


def _of_deviations(case: Case) -> float:
    complete = right.parts(case).dropna()
    return float(5 / 4 * (1 - complete.std().sum() / complete.sum(axis=1).std()))


def _with_the_rest(case: Case) -> dict[str, float]:
    complete = right.parts(case).dropna()
    return {
        str(name): float(complete[name].corr(complete.drop(columns=name).sum(axis=1))) for name in complete
    }


def _slopes(case: Case) -> dict[str, float]:
    complete = right.parts(case).dropna()
    wholes = {"with": complete, "without": complete[list(components.ANSWERS)]}
    by = complete["satisfaction"]
    return {name: float(by.cov(whole.mean(axis=1)) / by.var()) for name, whole in wholes.items()}


def _cells(case: Case, orders: pd.Series | None = None, more: int = 0) -> dict[str, float]:
    """The cells with other orders, or with a higher cut of them."""
    rows = mistakes.rows_of(case)
    if orders is not None:
        rows["orders"] = orders
    found = grid.loyalty_grid(rows, case.cuts["attitude"], case.cuts["orders"] + more).set_index("cell")
    return {str(name): float(value) for name, value in found["share"].items()}


def all_orders(case: Case) -> dict[str, float]:
    """All orders of the customer in place of those of the half-year."""
    ever = case.surveys["customer_id"].map(case.orders["customer_id"].value_counts()).fillna(0)
    return _cells(case, ever.where(mistakes.rows_of(case)["orders"].notna()).astype("float64"))


def _uncovered(case: Case) -> dict[str, float]:
    """Answers whose 183 days are not covered placed with the orders that are seen."""
    beyond = case.orders.tail(2).assign(
        customer_id=-1, ordered_on=[pd.Timestamp("2020-01-01"), pd.Timestamp("2027-01-01")]
    )
    orders = pd.concat([case.orders, beyond])
    return _cells(case, drivers.orders_within(case.surveys, orders, -drivers.HALF_YEAR))


def _of_all_surveys(case: Case) -> dict[str, float]:
    rows = mistakes.rows_of(case)
    placed = (rows["attitude"].notna() & rows["orders"].notna()).mean()
    return {name: value * float(placed) for name, value in right.cells(case).items()}


def _share_of_the_gone(case: Case) -> dict[str, float]:
    cells, gone = right.cells(case), right.gone(case)
    total = sum(cells[name] * gone[name] for name in cells)
    return {name: cells[name] * gone[name] / total for name in cells}


def _counts(case: Case, **other: float | bool) -> pd.DataFrame:
    """Moves with another rule: the cut of trusting, or who is watching before the first order."""
    orders, _ = half_years.half_year_orders(case.customers, case.orders)
    tally = orders.iloc[:, :-1]
    stage = half_years.stages(case.customers, case.orders)
    if "trusting" in other:
        stage = stage.mask((tally >= other["trusting"]) & (stage == "returning"), "trusting")
    else:
        silent = (tally == 0) & (orders.shift(-1, axis=1).iloc[:, :-1] == 0)
        begun = tally.cumsum(axis=1) > 0
        plain = pd.DataFrame("trying", index=stage.index, columns=stage.columns).mask(silent, "lost")
        stage = stage.mask(~begun, plain) if other["nobody_watches"] else stage.mask(~begun, "watching")
    return ladder.transition_counts(stage, case.persons)


def _five_moves(case: Case) -> pd.DataFrame:
    counts = right.counts(case)
    counts.loc["watching", "watching"] += case.persons - len(case.customers)
    return counts


def _last_row(case: Case, row: tuple[float, ...]) -> pd.DataFrame:
    matrix = right.matrix(case).copy()
    matrix.loc["lost"] = row
    return matrix


def _of_all_moves(case: Case) -> pd.DataFrame:
    counts = right.counts(case)
    return _with_end(counts / counts.to_numpy().sum())


def _without_the_lost(case: Case) -> pd.DataFrame:
    stayed = right.counts(case).assign(lost=0.0)
    return _with_end(stayed.div(stayed.sum(axis=1), axis=0))


def _with_end(matrix: pd.DataFrame) -> pd.DataFrame:
    matrix.loc["lost"] = (0.0, 0.0, 0.0, 0.0, 1.0)
    return matrix


EARLY: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "1": (
            Mistake(
                lambda case: _satisfied_by(case, 3),
                "Two answered items of satisfaction are enough for a score.",
            ),
            Mistake(
                lambda case: _satisfied_by(case, 1),
                "One answered item of satisfaction is not enough for a score.",
            ),
            Mistake(
                lambda case: _index(case, rated_items(case, "overall_satisfaction").iloc[:, 0]),
                "This takes the first item of satisfaction for all three.",
            ),
            Mistake(
                _of_seven_items, "These are seven answers alike; the three of satisfaction are one component."
            ),
        ),
        "2": (
            Mistake(
                _standardised, "This is the standardised alpha, from correlations; alpha is of covariances."
            ),
            Mistake(_of_deviations, "Alpha compares variances, not standard deviations."),
            Mistake(
                lambda case: right.alpha_without(case)["satisfaction"],
                "This is the alpha of the four answers.",
            ),
            Mistake(
                lambda case: right.alpha(case) * 4 / 5 * 7 / 6, "There are five components, not seven items."
            ),
        ),
        "2 without": (
            Mistake(_with_the_rest, "These are correlations of each component with the others."),
            Mistake(
                lambda case: {
                    name: right.alpha(case) - each for name, each in right.alpha_without(case).items()
                },
                "These are differences to alpha; the task asks for what alpha then is.",
            ),
            Mistake(
                lambda case: dict.fromkeys(right.alpha_without(case), right.alpha(case)),
                "This is the alpha of all five, for each.",
            ),
        ),
        "3": (Mistake(_slopes, "These are slopes of the two lines; R² says how much they explain."),),
        "4": (
            Mistake(lambda case: _cells(case, more=1), "Behaviour is high from the cut on, not above it."),
            Mistake(all_orders, "These are all orders of the customer; behaviour is of the 183 days alone."),
            Mistake(
                _uncovered,
                "Answers whose 183 days begin before the first order can't be placed: leave them out.",
            ),
            Mistake(_of_all_surveys, "These are shares of all surveys; divide by those that can be placed."),
        ),
        "4 gone": (
            Mistake(_share_of_the_gone, "These are shares of the gone; divide by those of the cell."),
        ),
        "5": (
            Mistake(
                _five_moves, "Five half-years have four moves between them; somebody watches too often here."
            ),
            Mistake(
                lambda case: _counts(case, trusting=3),
                "Three orders are returning still; trusting begins with four.",
            ),
            Mistake(
                lambda case: _counts(case, nobody_watches=True),
                "Who joined in 2022 or later is watching before the half-year of the first order.",
            ),
            Mistake(
                lambda case: _counts(case, nobody_watches=False), "Who joined before 2022 is never watching."
            ),
        ),
        "5 matrix": (
            Mistake(lambda case: _last_row(case, (0, 0, 0, 0, 0)), "The lost stay lost: their row has a 1."),
            Mistake(
                lambda case: _last_row(case, (1, 0, 0, 0, 0)), "The lost don't watch again in this matrix."
            ),
            Mistake(_of_all_moves, "This divides by all moves; each row has a sum of its own."),
            Mistake(_without_the_lost, "Who is lost counts in the sum of the row."),
        ),
    }
)
