"""What the usual mistakes in tasks 1 to 4 of assignment 11 lead to: expiry, the account, what points owe."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.membership.assignment import right
from relmark_helpers.topics.membership.model import ledger, liability


@once
def _by_year(case: Case) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Points earned and burned, by member and year."""
    return ledger.by_year(case.ledger)


def expiry_newest_first(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """Rewards take the newest points first."""
    lots: list[float] = []
    due = 0.0
    for plus, minus in zip(earned, burned, strict=True):
        lots.append(plus)
        left = minus
        for place in range(len(lots) - 1, -1, -1):
            taken = min(left, lots[place])
            lots[place] -= taken
            left -= taken
        due = sum(lots[: max(len(lots) - years + 1, 0)])
        for place in range(max(len(lots) - years + 1, 0)):
            lots[place] = 0.0
    return due


def expiry_without_earlier(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What expired in earlier years is forgotten, and expires again."""
    last = len(earned) - 1
    return max(sum(earned[: max(last - years + 2, 0)]) - sum(burned), 0.0)


def expiry_a_year_late(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """The year of earning is not counted."""
    return right.expiry(earned, burned, years + 1)


def expiry_of_two_years(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """Two years, whatever is asked for."""
    return right.expiry(earned, burned, 2)


def expiry_one_year_each(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What the oldest year earned, less what was burned in that year."""
    place = len(earned) - years
    return max(earned[place] - burned[place], 0.0) if place >= 0 else 0.0


def expiry_by_the_last(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What the oldest year earned, less what was burned in the last: no order in it at all."""
    place = len(earned) - years
    return max(earned[place] - burned[-1], 0.0) if place >= 0 else 0.0


def expiry_of_all_years(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """All that ever expired."""
    return sum(right.expiry(earned[:end], burned[:end], years) for end in range(1, len(earned) + 1))


def expiry_as_balance(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What was earned less what was burned."""
    return sum(earned) - sum(burned)


def expiry_below_zero(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """Not cut off at 0."""
    gone = due = 0.0
    for last in range(len(earned)):
        due = sum(earned[: max(last - years + 2, 0)]) - sum(burned[: last + 1]) - gone
        gone += max(due, 0.0)
    return due


def expired_by(case: Case, rule: int) -> pd.DataFrame:
    """Expiry after another number of years."""
    due = ledger.expiry_due(case.ledger, rule)
    return due[[2023, 2024]].set_axis(["at_end_2023", "at_end_2024"], axis=1)


def expired_again(case: Case) -> pd.DataFrame:
    """2024 without taking off what expired in 2023."""
    right_one = right.expired(case)
    earned, burned = _by_year(case)
    again = (earned[[2022, 2023]].sum(axis=1) - burned.sum(axis=1)).clip(lower=0)
    return right_one.assign(**{"at_end_2024": again})


def expired_newest_first(case: Case) -> pd.DataFrame:
    """Rewards of each year take the points of that year first."""
    earned, burned = _by_year(case)
    first, second, third = (earned[year] for year in right.YEARS)
    # the first year's rewards from its own points; then of each year the new points before the old
    over = (burned[2023] - second).clip(lower=0)
    at_end_2023 = (first - burned[2022] - over).clip(lower=0)
    left = (second - burned[2023]).clip(lower=0)
    at_end_2024 = (left - (burned[2024] - third).clip(lower=0)).clip(lower=0)
    return pd.DataFrame({"at_end_2023": at_end_2023, "at_end_2024": at_end_2024})


def _expired(case: Case, **columns: pd.Series) -> pd.DataFrame:
    return right.expired(case).assign(**columns)


def expired_without_adjustments(case: Case) -> pd.DataFrame:
    """Adjustments left out."""
    kept = case.ledger[case.ledger["kind"] != "adjust"]
    due = ledger.expiry_due(kept, 2)[[2023, 2024]].set_axis(["at_end_2023", "at_end_2024"], axis=1)
    return due.reindex(right.expired(case).index, fill_value=0)


def expired_unburned(case: Case, burned_in: Sequence[int]) -> pd.DataFrame:
    """Points of 2022 less what was burned in these years only."""
    earned, burned = _by_year(case)
    left = (earned[2022] - burned[list(burned_in)].sum(axis=1)).clip(lower=0)
    return _expired(case, at_end_2023=left)


def expired_below_zero(case: Case) -> pd.DataFrame:
    """Not cut off at 0."""
    earned, burned = _by_year(case)
    return _expired(case, at_end_2023=earned[2022] - burned[[2022, 2023]].sum(axis=1))


def account_in_points(case: Case) -> pd.DataFrame:
    """Points in place of CNY."""
    return ledger.roll_forward(right.with_expiry(case)).astype("float64")


def account_without_expiry(case: Case) -> pd.DataFrame:
    """Nothing expires."""
    return ledger.roll_forward(case.ledger, case.point_value)


def account_unsigned(case: Case) -> pd.DataFrame:
    """Burned and expired points above zero."""
    found = right.account(case)
    found[["burn", "expire"]] = -found[["burn", "expire"]]
    return found


def account_at_two_fen(case: Case) -> pd.DataFrame:
    """At Meridian Circle's value of a point."""
    return account_in_points(case) * 0.02


def account_with_adjustments_earned(case: Case) -> pd.DataFrame:
    """Adjustments booked as earned."""
    found = right.account(case)
    return found.assign(earn=found["earn"] + found["adjust"], adjust=0.0)


def account_expired_late(case: Case) -> pd.DataFrame:
    """What expired booked a year late, and the account closed with it."""
    found = right.account(case)
    found["expire"] = found["expire"].shift(fill_value=0.0)
    found["closing"] = found[["earn", "adjust", "burn", "expire"]].sum(axis=1).cumsum()
    return found.assign(opening=found["closing"].shift(fill_value=0.0))


def account_of_each_year(case: Case) -> pd.DataFrame:
    """Each year closed by itself."""
    found = right.account(case)
    return found.assign(closing=found[["earn", "adjust", "burn", "expire"]].sum(axis=1))


def account_never_opened(case: Case) -> pd.DataFrame:
    """Every year opened at 0."""
    return right.account(case).assign(opening=0.0)


def account_closed_early(case: Case) -> pd.DataFrame:
    """Closed before the points expire."""
    found = right.account(case)
    return found.assign(closing=found["closing"] - found["expire"])


def split_without_breakage(case: Case) -> dict[str, float]:
    """Every point is expected to be redeemed."""
    sale = case.sale
    found = liability.allocated(sale["sales"], sale["points"], 1.0, sale["value"])
    return {"goods": found["goods"], "points": found["points"]}


def split_at_full_price(case: Case) -> dict[str, float]:
    """The points' own price, not a share of what was paid."""
    sale = case.sale
    points = sale["points"] * sale["value"] * sale["redemption"]
    return {"goods": sale["sales"] - points, "points": points}


def _split(case: Case, points: float) -> dict[str, float]:
    return {"goods": case.sale["sales"] - points, "points": points}


def split_by_breakage(case: Case) -> dict[str, float]:
    """Breakage taken for redemption."""
    sale = case.sale
    return _split(
        case,
        liability.allocated(sale["sales"], sale["points"], 1 - sale["redemption"], sale["value"])["points"],
    )


def split_without_value(case: Case) -> dict[str, float]:
    """Every point taken to be worth 1 CNY."""
    sale = case.sale
    return _split(case, liability.allocated(sale["sales"], sale["points"], sale["redemption"], 1.0)["points"])


def split_at_full_worth(case: Case) -> dict[str, float]:
    """The points' full worth, breakage and all, taken off the sale."""
    return _split(case, case.sale["points"] * case.sale["value"])


def split_goods_whole(case: Case) -> dict[str, float]:
    """All that was paid booked as goods."""
    return right.split(case) | {"goods": float(case.sale["sales"])}


def swapped(case: Case) -> dict[str, float]:
    """Goods and points under each other's name."""
    found = right.split(case)
    return {"goods": found["points"], "points": found["goods"]}


def _schedule(case: Case, expected: Sequence[float]) -> pd.DataFrame:
    found = liability.recognised(10_000, case.redeemed, list(expected))
    return found.set_index("period")[["revenue", "liability"]]


def schedule_restated(case: Case) -> pd.DataFrame:
    """The new estimate from the first period on."""
    return _schedule(case, [case.expected[2]] * 3)


def schedule_unchanged(case: Case) -> pd.DataFrame:
    """The old estimate to the end."""
    old = max(case.expected[0], sum(case.redeemed))
    return _schedule(case, [case.expected[0], case.expected[0], old])


def schedule_by_period(case: Case) -> pd.DataFrame:
    """Each period's redemption over its own estimate, without correcting what was booked before."""
    revenue = [10_000 * points / total for points, total in zip(case.redeemed, case.expected, strict=True)]
    left = [10_000 - sum(revenue[: number + 1]) for number in range(3)]
    return pd.DataFrame({"revenue": revenue, "liability": left}, index=pd.Index([1, 2, 3], name="period"))


def schedule_so_far(case: Case) -> pd.DataFrame:
    """Revenue since the sale in place of the period's."""
    found = right.schedule(case)
    return found.assign(revenue=found["revenue"].cumsum())


def schedule_owed_before(case: Case) -> pd.DataFrame:
    """The liability at the beginning of each period."""
    found = right.schedule(case)
    return found.assign(liability=found["liability"].shift(fill_value=10_000.0))


def schedule_owed_alone(case: Case) -> pd.DataFrame:
    """Only the period's own revenue taken off."""
    found = right.schedule(case)
    return found.assign(liability=10_000 - found["revenue"])


def change_of_the_earlier(case: Case) -> float:
    """Only what was redeemed before period 3."""
    return right.change(case) - change_of_the_period_alone(case)


def change_from_period_2(case: Case) -> float:
    """Period 3's revenue less period 2's."""
    return float(right.schedule(case)["revenue"].diff().iloc[-1])


def change_in_points(case: Case) -> float:
    """The change of the estimate itself."""
    return float(case.expected[1] - case.expected[2])


def change_of_the_period_alone(case: Case) -> float:
    """Only the redemption of period 3, not all so far."""
    return float(10_000 * case.redeemed[2] * (1 / case.expected[2] - 1 / case.expected[1]))
