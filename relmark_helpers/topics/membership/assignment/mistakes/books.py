"""What the usual mistakes in tasks 3 and 4 of assignment 11 lead to: the account, and what points owe."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.membership.assignment import right
from relmark_helpers.topics.membership.model import ledger, liability


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


def account_with_the_expired(case: Case) -> pd.DataFrame:
    """Opened from the entries alone, so that what had expired comes back."""
    found = right.account(case)
    moved = found[["earn", "adjust", "burn"]].sum(axis=1)
    opening = moved.cumsum().shift(fill_value=0.0)
    return found.assign(opening=opening, closing=opening + moved + found["expire"])


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


def schedule_ahead(case: Case) -> pd.DataFrame:
    """What is still owed spread over the points still expected: earlier revenue is not corrected."""
    owed, rows = 10_000.0, []
    for number, (points, total) in enumerate(zip(case.redeemed, case.expected, strict=True)):
        revenue = owed * points / (total - sum(case.redeemed[:number]))
        owed -= revenue
        rows.append({"revenue": revenue, "liability": owed})
    return pd.DataFrame(rows, index=pd.Index([1, 2, 3], name="period"))


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


def change_ahead(case: Case) -> float:
    """Revenue of period 3 without the correction of earlier periods, less that by the old estimate."""
    return float(schedule_ahead(case).loc[3, "revenue"] - 10_000 * case.redeemed[2] / case.expected[1])


def change_in_points(case: Case) -> float:
    """The change of the estimate itself."""
    return float(case.expected[1] - case.expected[2])


def change_of_the_period_alone(case: Case) -> float:
    """Only the redemption of period 3, not all so far."""
    return float(10_000 * case.redeemed[2] * (1 / case.expected[2] - 1 / case.expected[1]))


def account_of_single_years(case: Case) -> pd.DataFrame:
    """Every year opened at 0, and closed by itself."""
    return account_of_each_year(case).assign(opening=0.0)


def account_of_a_member(case: Case) -> pd.DataFrame:
    """The mean account of a member."""
    mean: pd.DataFrame = right.account(case) / case.ledger["customer_id"].nunique()
    return mean


def account_in_whole_yuan(case: Case) -> pd.DataFrame:
    """Rounded to whole CNY."""
    return right.account(case).round(0)


def account_by_text(case: Case) -> pd.DataFrame:
    """Years as text."""
    found = right.account(case)
    return found.set_axis(found.index.astype(str))


def split_by_difference(case: Case) -> dict[str, float]:
    """Divided by the difference of the stand-alone prices."""
    paid = case.sale["sales"]
    alone = case.sale["points"] * case.sale["value"] * case.sale["redemption"]
    return _split(case, paid * alone / (paid - alone))


def schedule_from_zero(case: Case) -> pd.DataFrame:
    """Periods counted from 0."""
    return right.schedule(case).set_axis([0, 1, 2])


def change_of_all_deferred(case: Case) -> float:
    """The relative change of the estimate, taken of all that was deferred."""
    return float(10_000 * (case.expected[2] / case.expected[1] - 1))
