"""What the usual mistakes in tasks 5 to 8 of assignment 11 lead to: tiers, cards, the programme's effect."""

from __future__ import annotations

import math

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.membership.assignment import right
from relmark_helpers.topics.membership.model import effect
from relmark_helpers.topics.membership.model.tiers import TIER_NAMES


def tiers_by_column(case: Case) -> pd.DataFrame:
    """Divided by the sums of the columns."""
    counts = right.tier_counts(case)
    return counts / counts.sum(axis=0)


def tiers_transposed(case: Case) -> pd.DataFrame:
    """From and to exchanged."""
    return right.tier_counts(case).T


def tiers_of_all(case: Case) -> pd.DataFrame:
    """Shares of all members."""
    counts = right.tier_counts(case)
    return counts.div(counts.to_numpy().sum())


def _tiers(case: Case, before: pd.Series, after: pd.Series) -> pd.DataFrame:
    counts = pd.crosstab(before, after.reindex(before.index))
    return counts.reindex(index=TIER_NAMES, columns=TIER_NAMES, fill_value=0)


def _tier_on(case: Case, day: str) -> pd.Series:
    so_far = case.memberships[case.memberships["since"] <= day].sort_values("membership_id")
    latest: pd.Series = so_far.groupby("customer_id")["tier"].last()
    return latest


def tiers_with_newcomers(case: Case) -> pd.DataFrame:
    """Whoever joined in 2024 counted as base before."""
    later = _tier_on(case, right.DAYS[1])
    return _tiers(case, _tier_on(case, right.DAYS[0]).reindex(later.index).fillna("base"), later)


def tiers_first(case: Case) -> pd.DataFrame:
    """The tier of each member's first event."""
    first = case.memberships.sort_values("membership_id").groupby("customer_id")["tier"].first()
    now = _tier_on(case, right.DAYS[0])
    return _tiers(case, first.reindex(now.index), _tier_on(case, right.DAYS[1]))


def tiers_a_day_early(case: Case) -> pd.DataFrame:
    """Events of the last days left out."""
    return _tiers(case, _tier_on(case, "2023-12-30"), _tier_on(case, "2024-12-30"))


def tiers_as_events(case: Case) -> pd.DataFrame:
    """Events of 2024, not members."""
    events = case.memberships[case.memberships["since"].dt.year == 2024]
    before = _tier_on(case, right.DAYS[0]).reindex(events["customer_id"])
    counts = pd.crosstab(before.to_numpy(), events["tier"].to_numpy())
    return counts.reindex(index=TIER_NAMES, columns=TIER_NAMES, fill_value=0)


def _z(case: Case, error: float) -> dict[str, float]:
    found = right.cards(case)
    return found | {"z": found["difference"] / error}


def z_unpooled(case: Case) -> dict[str, float]:
    """The standard error of the groups' own shares."""
    low = right.interval(case)["low"]
    return _z(case, (right.cards(case)["difference"] - low) / 1.96)


def z_of_all_cards(case: Case) -> dict[str, float]:
    """The standard error of one share of all cards."""
    told = case.cards
    whole = told["plain"] + told["head_start"]
    pooled = (told["done_plain"] + told["done_head_start"]) / whole
    return _z(case, math.sqrt(pooled * (1 - pooled) / whole))


def z_squared(case: Case) -> dict[str, float]:
    """Chi-square in place of z."""
    found = right.cards(case)
    return found | {"z": found["z"] ** 2}


def log_odds(case: Case) -> dict[str, float]:
    """The logarithm of the odds ratio."""
    found = right.cards(case)
    return found | {"odds_ratio": math.log(found["odds_ratio"])}


def _interval(case: Case, middle: float, half: float) -> dict[str, float]:
    return {"low": middle - half, "high": middle + half}


def _half(case: Case) -> float:
    bounds = right.interval(case)
    return (bounds["high"] - bounds["low"]) / 2


def interval_of_one_error(case: Case) -> dict[str, float]:
    """One standard error to either side."""
    return _interval(case, right.cards(case)["difference"], _half(case) / 1.96)


def interval_of_head_start(case: Case) -> dict[str, float]:
    """The interval of one share."""
    told = case.cards
    share = told["done_head_start"] / told["head_start"]
    return _interval(case, share, 1.96 * math.sqrt(share * (1 - share) / told["head_start"]))


def interval_of_added_errors(case: Case) -> dict[str, float]:
    """Standard errors added, not variances."""
    told, half = case.cards, 0.0
    for name in ("plain", "head_start"):
        share = told[f"done_{name}"] / told[name]
        half += 1.96 * math.sqrt(share * (1 - share) / told[name])
    return _interval(case, right.cards(case)["difference"], half)


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


def naive_of_ever(case: Case) -> dict[str, float]:
    """Whoever ever joined taken for a member."""
    rows = right.table(case)
    ever = rows.index.isin(case.memberships["customer_id"])
    after = rows["after"]
    return right.effects(case) | {"naive": float(after[ever].mean() - after[~ever].mean())}


def naive_of_buyers(case: Case) -> dict[str, float]:
    """Whoever placed no order after left out."""
    rows = right.table(case)
    means = rows[rows["after"] > 0].groupby("member")["after"].mean()
    return right.effects(case) | {"naive": float(means[True] - means[False])}


def naive_of_two_years(case: Case) -> dict[str, float]:
    """Orders of 2024 in what comes after."""
    rows = right.table(case)
    late = case.orders[case.orders["ordered_on"] >= "2023-01-01"]["customer_id"].value_counts()
    means = rows.index.to_series().map(late).fillna(0).groupby(rows["member"]).mean()
    return right.effects(case) | {"naive": float(means[True] - means[False])}


def naive_in_time(case: Case) -> dict[str, float]:
    """Members after less members before."""
    mine = right.table(case).query("member")
    return right.effects(case) | {"naive": float(mine["after"].mean() - mine["before"].mean())}


def matched_by_number(case: Case) -> dict[str, float]:
    """Every number of orders before counts alike."""
    means = right.table(case).groupby(["before", "member"])["after"].mean().unstack()
    return right.effects(case) | {"matched": float((means[True] - means[False]).mean())}


def _did(case: Case, change: pd.Series) -> dict[str, float]:
    means = change.groupby(right.table(case)["member"]).mean()
    return right.effects(case) | {"did": float(means[True] - means[False])}


def did_halved(case: Case) -> dict[str, float]:
    """The year after halved in place of the half-year doubled."""
    rows = right.table(case)
    return _did(case, rows["after"] / 2 - rows["before"])


def did_of_the_year(case: Case) -> dict[str, float]:
    """All of 2022 taken for the time before."""
    rows = right.table(case)
    year = case.orders[case.orders["ordered_on"] < "2023-01-01"]["customer_id"].value_counts()
    return _did(case, rows["after"] - rows.index.to_series().map(year).fillna(0))


def did_of_members(case: Case) -> dict[str, float]:
    """The members' change alone."""
    mine = right.table(case).query("member")
    return right.effects(case) | {"did": float((mine["after"] - 2 * mine["before"]).mean())}


def truth_as_naive(case: Case) -> float:
    """Members with the club less others with it."""
    means = case.worlds.groupby("member")["after"].mean()
    return float(means[True] - means[False])


def truth_as_share(case: Case) -> float:
    """As a share of the orders without the club."""
    return right.truth(case) / float(case.worlds.query("member")["without"].mean())


def truth_of_all_together(case: Case) -> float:
    """The sum over members."""
    return right.truth(case) * float(case.worlds["member"].sum())


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


def anyway_of_sums(case: Case) -> dict[str, float]:
    """All spending without the club over all spending with it."""
    sums = case.worlds[["spent_without", "spent_with"]].sum()
    return right.anyway(case) | {"share": float(sums["spent_without"] / sums["spent_with"])}


def _per_extra(case: Case, extra: float) -> dict[str, float]:
    rewards = right.REWARD_VALUE * float(case.worlds["rewards"].sum())
    return right.anyway(case) | {"per_extra": rewards / extra}


def extra_of_members(case: Case) -> dict[str, float]:
    """What members alone spent more."""
    mine = case.worlds.query("member")
    return _per_extra(case, float((mine["spent_with"] - mine["spent_without"]).sum()))


def extra_as_all(case: Case) -> dict[str, float]:
    """All spending with the club, not what was more."""
    return _per_extra(case, float(case.worlds["spent_with"].sum()))


def extra_for_points(case: Case) -> dict[str, float]:
    """Points in place of CNY."""
    found = right.anyway(case)
    return found | {"per_extra": found["per_extra"] / right.REWARD_VALUE}
