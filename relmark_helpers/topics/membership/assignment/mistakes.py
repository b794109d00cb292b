"""What the usual mistakes in assignment 11 lead to, from the case."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.membership.assignment import right
from relmark_helpers.topics.membership.model import effect, ledger, liability


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


def expired_by(case: Case, rule: int) -> pd.DataFrame:
    """Expiry after another number of years."""
    due = ledger.expiry_due(case.ledger, rule)
    return due[[2023, 2024]].set_axis(["at_end_2023", "at_end_2024"], axis=1)


def expired_again(case: Case) -> pd.DataFrame:
    """2024 without taking off what expired in 2023."""
    right_one = right.expired(case)
    earned, burned = ledger.by_year(case.ledger)
    again = (earned[[2022, 2023]].sum(axis=1) - burned.sum(axis=1)).clip(lower=0)
    return right_one.assign(**{"at_end_2024": again})


def expired_newest_first(case: Case) -> pd.DataFrame:
    """Rewards of each year take the points of that year first."""
    earned, burned = ledger.by_year(case.ledger)
    rows = {}
    years = list(right.YEARS)
    for member in earned.index:
        plus, minus = earned.loc[member, years].tolist(), burned.loc[member, years].tolist()
        rows[member] = [expiry_newest_first(plus[:end], minus[:end], 2) for end in (2, 3)]
    return pd.DataFrame.from_dict(rows, orient="index", columns=["at_end_2023", "at_end_2024"])


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


def change_of_the_period_alone(case: Case) -> float:
    """Only the redemption of period 3, not all so far."""
    return float(10_000 * case.redeemed[2] * (1 / case.expected[2] - 1 / case.expected[1]))


def tiers_by_column(case: Case) -> pd.DataFrame:
    """Divided by the sums of the columns."""
    counts = right.tier_counts(case)
    return counts / counts.sum(axis=0)


def tiers_transposed(case: Case) -> pd.DataFrame:
    """From and to exchanged."""
    return right.tier_counts(case).T


def cards_unpooled(case: Case) -> dict[str, float]:
    """Odds ratio the wrong way round."""
    found = right.cards(case)
    return found | {"odds_ratio": 1 / found["odds_ratio"]}


def cards_relative(case: Case) -> dict[str, float]:
    """Relative difference in place of points."""
    told, found = case.cards, right.cards(case)
    return found | {"difference": found["difference"] / (told["done_plain"] / told["plain"])}


def cards_ratio_of_shares(case: Case) -> dict[str, float]:
    """The ratio of the shares in place of the odds."""
    told, found = case.cards, right.cards(case)
    shares = told["done_head_start"] / told["head_start"], told["done_plain"] / told["plain"]
    return found | {"odds_ratio": shares[0] / shares[1]}


def effects_not_doubled(case: Case) -> dict[str, float]:
    """Half a year before against a year after."""
    rows = right.table(case)
    change = (rows["after"] - rows["before"]).groupby(rows["member"]).mean()
    return right.effects(case) | {"did": float(change[True] - change[False])}


def effects_matched_for_others(case: Case) -> dict[str, float]:
    """Averaged over the others' orders before, in place of the members'."""
    rows = right.table(case)
    mine = rows[rows["member"]].groupby("before")["after"].mean()
    others = rows[~rows["member"]]
    gap = (others["before"].map(mine) - others["after"]).dropna()
    return right.effects(case) | {"matched": float(gap.mean())}


def effects_against_never(case: Case) -> dict[str, float]:
    """Whoever joined later is left out of the others, which looks into the future."""
    rows = right.table(case)
    later = rows.index.isin(case.memberships["customer_id"]) & ~rows["member"]
    rows = rows[~later]
    return {
        "naive": effect.naive(rows),
        "matched": effect.matched(rows),
        "did": effect.difference_in_differences(rows),
    }


def truth_of_everybody(case: Case) -> float:
    """Averaged over all customers, not over members."""
    worlds = case.worlds
    return float((worlds["after"] - worlds["without"]).mean())


def anyway_unweighted(case: Case) -> dict[str, float]:
    """The mean of shares, each member counting alike."""
    takes = case.worlds[case.worlds["rewards"] > 0]
    share = (takes["spent_without"] / takes["spent_with"]).clip(upper=1).mean()
    return right.anyway(case) | {"share": float(share)}


def anyway_turned(case: Case) -> dict[str, float]:
    """The share for extra purchases in place of those made anyway."""
    found = right.anyway(case)
    return found | {"share": 1 - found["share"]}
