"""Whether usual mistakes lead away from the right values of a case: where one does not, none is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from relmark_helpers.topics.complaints.model import staffing
from relmark_helpers.topics.complaints.model.worlds import JUSTICES

SHARE = 0.0006  # a little more than the tolerance of tasks 1 and 2
POINTS = 0.0075  # half as much again as that of tasks 4 and 5


def differ(right: float, mistaken: Iterable[float], least: float) -> bool:
    """Whether a value lies further than this from each of some others."""
    return all(abs(right - each) > least for each in mistaken)


def gap(one: pd.Series, other: pd.Series) -> float:
    """The largest difference between values under the same name."""
    return float((one - other).abs().max())


class Returns:
    """Who ordered again: days as numbers, sorted once, since a draw asks for them often."""

    def __init__(self, orders: pd.DataFrame, within: int) -> None:
        days = _days(orders["ordered_on"])
        self.known = np.sort(orders["customer_id"].to_numpy() * 100_000 + days)
        self.within, self.last = within, int(days.max())

    def followed(self, since: pd.Series) -> np.ndarray:
        """Whose days are over by the last order."""
        return np.asarray(_days(since) + self.within <= self.last)

    def back(self, customers: pd.Series, since: pd.Series) -> np.ndarray:
        """Who placed an order from the day after up to and with so many days later."""
        keys = customers.to_numpy() * 100_000 + _days(since)
        until, begin = (np.searchsorted(self.known, keys + shift, side="right") for shift in (self.within, 0))
        return np.asarray(until > begin)


def _days(dates: pd.Series) -> np.ndarray:
    return dates.to_numpy().astype("datetime64[D]").astype("int64")


def funnel(surveys: pd.DataFrame, complaints: pd.DataFrame, orders: Returns) -> bool:
    """Whether the shares of task 1 tell whose share each is."""
    over = surveys[orders.followed(surveys["answered_on"])]
    quiet = over[~over["order_id"].isin(complaints["order_id"])]
    anybody = orders.back(quiet["customer_id"], quiet["answered_on"]).mean()
    rows = over[over["problem"] != "none"]
    spoke = rows["order_id"].isin(complaints["order_id"]).to_numpy()
    resolved = complaints.loc[complaints["outcome"] == "resolved", "order_id"]
    solved = rows["order_id"].isin(resolved).to_numpy()
    back = orders.back(rows["customer_id"], rows["answered_on"])
    return differ(back[solved].mean(), [back[spoke].mean()], SHARE) and differ(
        back[~spoke].mean(), [back[~solved].mean(), back.mean(), anybody], SHARE
    )


def returns(complaints: pd.DataFrame, orders: Returns, severity: str) -> bool:
    """Whether the shares of task 2 tell how handling was cut, and from which day return was counted."""
    chosen = (complaints["severity"] == severity).to_numpy() & orders.followed(complaints["closed"])
    rows = complaints[chosen]
    days = _days(rows["closed"]) - _days(rows["opened"])
    back = orders.back(rows["customer_id"], rows["closed"])
    early = orders.back(rows["customer_id"], rows["opened"])
    solved = (rows["outcome"] == "resolved").to_numpy()
    partly = solved | (rows["outcome"] == "partly").to_numpy()
    quick = days <= 4

    def shares(solved: np.ndarray, quick: np.ndarray, back: np.ndarray) -> np.ndarray:
        groups = (~solved, solved & ~quick, solved & quick)
        return np.array([back[each].mean() if each.any() else np.nan for each in groups])

    if min((~solved).sum(), (solved & ~quick).sum(), (solved & quick).sum()) < 5:
        return False
    right = shares(solved, quick, back)
    ways = (shares(solved, days < 4, back), shares(partly, quick, back), shares(solved, quick, early))
    return (
        all(np.nanmax(np.abs(right - each)) > SHARE for each in ways)
        and differ(right[1], [back[solved].mean()], SHARE)
        and differ(right[2], [back[quick].mean()], SHARE)
    )


def told(told: Mapping[str, float]) -> bool:
    """Whether the share who must complain is not its own complement, nor what it is without the silent."""
    handled, silent, wanted = told["handled"], told["silent"], told["wanted"]
    needed = (wanted - silent) / (handled - silent)
    return differ(needed, [1 - needed, wanted / handled, (wanted - silent) / handled], 0.002)


def _both(study: pd.DataFrame, name: str) -> tuple[float, float]:
    """The change against the change and half its interval; name is empty or ``"orders_"``."""
    change = study[f"{name}after"] - study[f"{name}before"]
    one, other = change[study["failure"]], change[~study["failure"]]
    half = 1.96 * math.sqrt(one.var() / len(one) + other.var() / len(other))
    return float(one.mean() - other.mean()), half


def study(study: pd.DataFrame) -> bool:
    """Whether the designs of task 4 differ, no bound lies near 0, and one verdict of two is "not shown"."""
    found = [_both(study, name) for name in ("", "orders_")]
    if any(abs(abs(middle) - half) <= 0.02 for middle, half in found):
        return False
    if sum(abs(middle) < half for middle, half in found) != 1:
        return False
    change, failed = study["after"] - study["before"], study["failure"]
    before, after = (study.groupby("failure")[name].mean().to_numpy() for name in ("before", "after"))
    early, late = float(before[1]) - float(before[0]), float(after[1]) - float(after[0])
    within, (both, half) = float(change[failed].mean()), found[0]
    wider = 1.96 * math.sqrt(sum(each["after"].var() / len(each) for _, each in study.groupby("failure")))
    return (
        differ(within, [-within, late, both, float(change.mean())], POINTS)
        and differ(late, [-late, both, early], POINTS)
        and differ(both, [-both, within - late, late - within], POINTS)
        and differ(half, [wider], POINTS)
        and _medians_differ(study.assign(change=change), within, late, both)
    )


def _medians_differ(study: pd.DataFrame, within: float, between: float, both: float) -> bool:
    """Whether medians in place of means show in one of the designs of task 4."""
    other, one = study.groupby("failure")[["after", "change"]].median().to_numpy()
    medians = (one[1], one[0] - other[0], one[1] - other[1])
    return bool(max(abs(np.array([within, between, both]) - medians)) > POINTS)


def rated(rated: pd.DataFrame) -> bool:
    """Whether the shares of task 5 need all three at once, a constant, slopes, and a division by their sum."""
    ratings, outcome = rated[list(JUSTICES)], rated["satisfaction"]
    spread = ratings.cov()
    together = ratings.apply(outcome.cov)
    slopes = pd.Series(np.linalg.solve(spread, together), index=ratings.columns)
    flat = pd.Series(np.linalg.solve(ratings.T @ ratings, ratings.T @ outcome), index=ratings.columns)
    constant = float(outcome.mean()) - float(ratings.mean().to_numpy() @ slopes.to_numpy())
    deviations = np.sqrt(np.diag(spread))
    wrong = [
        slopes,
        slopes / (slopes.sum() + constant),
        *(
            each / each.sum()
            for each in (flat, together / deviations, together / deviations**2, slopes * deviations)
        ),
    ]
    return all(gap(slopes / slopes.sum(), each) > POINTS for each in wrong)


def seats(desk: Mapping[str, float]) -> int:
    """Agents that the desk of task 6 needs."""
    return staffing.agents_needed(
        desk["calls"], desk["handling"], desk["level"], desk["target"], desk["interval"]
    )


def rosters(seats: int, shrinkage: float) -> bool:
    """Whether the roster is neither a whole number nor the nearest one, nor the seats and a surcharge."""
    roster = seats / (1 - shrinkage)
    return 0.02 < roster % 1 < 0.48 and math.ceil(seats * (1 + shrinkage) - 1e-9) < math.ceil(roster)


def desk(desk: Mapping[str, float]) -> bool:
    """Whether no whole number of task 6 lies on a knife's edge, nor comes out by another way of rounding."""
    load, needed = desk["calls"] * desk["handling"] / desk["interval"], seats(desk)

    def in_time(agents: int) -> float:
        spare = (agents - load) * desk["target"] / desk["handling"]
        return 1 - staffing.erlang_c(load, agents) * math.exp(-spare)

    return (
        in_time(needed) - desk["level"] > 0.001
        and desk["level"] - in_time(needed - 1) > 0.001
        and 1 - staffing.erlang_c(load, needed) < desk["level"] - 0.001  # not to be answered at once
        and rosters(needed, desk["shrinkage"])
    )


def triaged(
    costs: Mapping[str, float], grave: np.ndarray, chance: np.ndarray, steps: tuple[float, ...]
) -> bool:
    """Whether one threshold of task 8 is cheapest, another has fewest errors, and all rates differ."""
    missed = np.array([(grave & (chance < at)).sum() for at in steps])
    called = np.array([(~grave & (chance >= at)).sum() for at in steps])
    spent = costs["missed"] * missed + costs["called"] * called
    best, half = int(spent.argmin()), int(np.argmin(np.abs(np.array(steps) - 0.5)))
    flagged = chance >= 0.5
    precision, recall = grave[flagged].mean(), flagged[grave].mean()
    return bool(
        np.sort(spent)[1] - spent[best] > 5
        and best not in (half, (missed + called).argmin())
        and differ(precision, [recall, (flagged == grave).mean()], 0.002)
        and differ(recall, [flagged.mean(), (~flagged)[~grave].mean()], 0.002)
    )


def weeks(counts: np.ndarray) -> bool:
    """Whether the limit of task 9 is no whole number, and weeks of the base and after it are above."""
    usual = float(counts[:52].mean())
    limit = usual + 3 * math.sqrt(usual)
    return bool(
        0.02 < limit % 1 < 0.98
        and abs(counts[:52].std(ddof=1) - math.sqrt(usual))
        > 0.01  # counts scatter otherwise than the chart has it
        and (counts[:52] > limit).any()
        and 1 < (counts[52:] > limit).sum() < 25
    )
