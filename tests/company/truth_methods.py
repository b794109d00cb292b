"""The course's methods as a learner would write them, on the tables alone: paths, buying and leaving, the club."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1

Numbers = NDArray[np.float64]
Tables = dict[str, pd.DataFrame]
Z_95 = 1.959964
START = pd.Timestamp("2022-01-01")
DAYS_A_MONTH = 365.25 / 12


class Estimate(NamedTuple):
    """An estimate, its 95 % interval, and how many rows it rests on."""

    value: float
    low: float
    high: float
    count: int

    @classmethod
    def of(cls, value: float, error: float, count: int, quantile: float = Z_95) -> Estimate:
        return cls(float(value), float(value - quantile * error), float(value + quantile * error), int(count))

    def off(self, truth: float) -> float:
        """How far the estimate lies above the truth, in standard errors as its interval has them."""
        return (self.value - truth) / ((self.high - self.low) / (2 * Z_95))

    def holds(self, truth: float) -> bool:
        return self.low <= truth <= self.high


def month_of(dates: pd.Series) -> pd.Series:
    """Month of each date, January 2022 being 1."""
    return (dates.dt.year - START.year) * 12 + dates.dt.month


def log_ratio(one: Numbers, other: Numbers) -> Estimate:
    """Log of the ratio of two means, with the standard error of independent rows (the delta method)."""
    parts = [(part.mean(), part.var(ddof=1) / len(part)) for part in (one, other)]
    error = sum(variance / mean**2 for mean, variance in parts) ** 0.5
    return Estimate.of(np.log(parts[0][0] / parts[1][0]), error, len(one) + len(other))


def rate_ratio(events: tuple[float, float], exposure: tuple[float, float]) -> Estimate:
    """Log of the ratio of two rates of rare events (Poisson)."""
    value = np.log(events[0] / exposure[0] / (events[1] / exposure[1]))
    return Estimate.of(value, (1 / events[0] + 1 / events[1]) ** 0.5, int(sum(events)))


def bootstrap(estimate: Callable[[Numbers], float], count: int, draws: int = 60) -> Estimate:
    """An estimate that takes a weight for each customer; its error from drawing customers again."""
    rng = np.random.default_rng(0)
    again = [estimate(rng.multinomial(count, np.full(count, 1 / count)).astype(float)) for _ in range(draws)]
    return Estimate.of(estimate(np.ones(count)), float(np.std(again, ddof=1)), count)


# Who is still a customer, from the orders alone.


def recency_frequency(tables: Tables, months: int = 36) -> tuple[pd.DataFrame, float]:
    """Orders and the time of the last one, in months, of everybody who was a customer on the first day."""
    old = tables["customers"].loc[tables["customers"]["joined"] < START, "customer_id"]
    end = START + pd.DateOffset(months=months)
    orders = tables["orders"][tables["orders"]["ordered_on"] < end]
    day = (orders["ordered_on"] - START).dt.days.groupby(orders["customer_id"])
    found = pd.DataFrame({"orders": day.size(), "last": day.max()}).reindex(old).fillna({"orders": 0})
    # Half-months are fine enough, and many customers then share one row.
    found["last"] = (np.floor(found["last"] / DAYS_A_MONTH * 2) / 2 + 0.25).fillna(0.0)
    rows = found.groupby(["orders", "last"]).size().rename("count").reset_index()
    return rows, (end - START).days / DAYS_A_MONTH


def pareto_nbd(parameters: Numbers, orders: Numbers, last: Numbers, until: float) -> tuple[Numbers, Numbers]:
    """Log-likelihood and log of the chance to be still alive (Schmittlein, Morrison and Colombo 1987)."""
    r, alpha, s, beta = np.exp(parameters)
    larger, gap = max(alpha, beta), abs(alpha - beta)
    third = s + 1 if alpha >= beta else r + orders
    power = r + s + orders

    def integral(time: Numbers | float) -> Numbers:
        series = hyp2f1(power, third, power + 1, gap / (larger + time))
        return np.asarray(series * np.exp(-power * np.log(larger + time)))

    common = gammaln(r + orders) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
    alive = -(r + orders) * np.log(alpha + until) - s * np.log(beta + until)
    gone = np.log(s / power) + np.log(np.maximum(integral(last) - integral(until), 1e-300))
    either = np.logaddexp(alive, gone)
    return common + either, alive - either


def bg_nbd(parameters: Numbers, orders: Numbers, last: Numbers, until: float) -> tuple[Numbers, Numbers]:
    """The same where a customer can leave only just after an order (Fader, Hardie and Lee 2005)."""
    r, alpha, a, b = np.exp(parameters)
    common = gammaln(r + orders) - gammaln(r) + r * np.log(alpha)
    common += gammaln(a + b) + gammaln(b + orders) - gammaln(b) - gammaln(a + b + orders)
    alive = -(r + orders) * np.log(alpha + until)
    left = np.log(a) - np.log(np.maximum(b + orders - 1, 1e-9)) - (r + orders) * np.log(alpha + last)
    either = np.logaddexp(alive, np.where(orders > 0, left, -np.inf))
    return common + either, alive - either


def share_alive(
    model: Callable[..., tuple[Numbers, Numbers]], rows: pd.DataFrame, until: float, start: list[float]
) -> Estimate:
    """Maximum likelihood, then the mean chance to be alive; its error from the parameters and from the lot."""
    orders, last, count = (rows[name].to_numpy(float) for name in ("orders", "last", "count"))
    total = count.sum()

    def loss(parameters: Numbers) -> float:
        return float(-(count * model(parameters, orders, last, until)[0]).sum() / total)

    def alive(parameters: Numbers) -> Numbers:
        return np.exp(model(parameters, orders, last, until)[1])

    best = minimize(loss, np.log(start), method="L-BFGS-B", bounds=[(-4, 8)] * 4).x
    step = 1e-3 * np.eye(4)
    slope = np.array([count @ (alive(best + one) - alive(best - one)) / total / 2e-3 for one in step])
    curvature = [
        [
            loss(best + a + b) - loss(best + a - b) - loss(best - a + b) + loss(best - a - b)
            for a in step
        ]
        for b in step
    ]  # fmt: skip
    chance = alive(best)
    variance = slope @ np.linalg.pinv(np.array(curvature) / 4e-6) @ slope / total
    variance += count @ (chance * (1 - chance)) / total**2
    return Estimate.of(count @ chance / total, variance**0.5, int(total))


def silent_share(tables: Tables, months: int = 12) -> Estimate:
    """The rule of thumb: who has ordered in the last so many months is a customer still."""
    rows, until = recency_frequency(tables)
    still = (rows["count"] * ((rows["orders"] > 0) & (rows["last"] > until - months))).sum()
    total = rows["count"].sum()
    share = still / total
    return Estimate.of(share, (share * (1 - share) / total) ** 0.5, total)


# What membership of the club does to orders.


class Panel(NamedTuple):
    """Orders by customer (of the first day) and month from 1, and the month of joining the club (99: never)."""

    orders: Numbers
    joined: NDArray[np.int64]


def panel(tables: Tables) -> Panel:
    """A row a customer of the first day, a column a month; column 0 stays empty."""
    count = int((tables["customers"]["joined"] < START).sum())
    orders = tables["orders"][tables["orders"]["customer_id"] <= count]
    found = np.zeros((count, 37))
    np.add.at(found, (orders["customer_id"].to_numpy() - 1, month_of(orders["ordered_on"]).to_numpy()), 1.0)
    events = tables["memberships"]
    joins = events[(events["event"] == "joined") & (events["customer_id"] <= count)]
    joined = np.full(count, 99)
    joined[joins["customer_id"].to_numpy() - 1] = month_of(joins["since"]).to_numpy()
    return Panel(found, joined)


def members_and_others(made: Panel) -> Estimate:
    """Who joined by month 12 against who did not: orders of the year after."""
    after, member = made.orders[:, 13:25].sum(axis=1), made.joined <= 12
    return log_ratio(after[member], after[~member])


def matched(made: Panel, tables: Tables) -> Estimate:
    """The same among customers alike in branch, segment and orders before the club opened."""
    people = tables["customers"].iloc[: len(made.orders)]
    before = np.minimum(made.orders[:, 1:7].sum(axis=1), 8).astype(int).astype(str)
    alike = before + people["branch_id"].astype(str) + "/" + people["crm_segment"].astype(str)
    cell = pd.factorize(alike)[0]
    after, member, cells = made.orders[:, 13:25].sum(axis=1), made.joined <= 12, cell.max() + 1

    def ratio(weight: Numbers) -> float:
        ours, theirs = (np.bincount(cell, weight * who, cells) for who in (member, ~member))
        bought, instead = (np.bincount(cell, weight * who * after, cells) for who in (member, ~member))
        both = (ours > 0) & (theirs > 0)
        return float(np.log(bought[both].sum() / (ours * instead / np.maximum(theirs, 1))[both].sum()))

    return bootstrap(ratio, len(after))


def difference_in_differences(made: Panel) -> Estimate:
    """Who joined by month 12 against who did not, the year after against the half-year before it opened."""
    before, after, member = (
        made.orders[:, 1:7].sum(axis=1),
        made.orders[:, 13:25].sum(axis=1),
        made.joined <= 12,
    )

    def ratio(weight: Numbers) -> float:
        parts = [(weight * who) @ when for who in (member, ~member) for when in (after, before)]
        return float(np.log(parts[0] / parts[1] / (parts[2] / parts[3])))

    return bootstrap(ratio, len(after))


def at_risk(joined: NDArray[np.int64], bought: Numbers, horizon: int) -> tuple[Numbers, Numbers]:
    """Who joined in each month from 7, and who bought in it and could have: both were customers then."""
    months = np.arange(7, 37 - horizon)
    could = (bought[:, months] > 0) & (joined[:, None] >= months)
    joins = could & (joined[:, None] == months)
    return joins.astype(float), (could & ~joins).astype(float)


def risk_sets(made: Panel, horizon: int = 6) -> Estimate:
    """Joining now against buying now and not joining: the next half-year against the one before the club."""
    joins, others = at_risk(made.joined, made.orders, horizon)
    running = np.cumsum(made.orders, axis=1)
    after = running[:, 7 + horizon :] - running[:, 7:-horizon]
    before = running[:, 6]

    def ratio(weight: Numbers) -> float:
        share = (weight @ joins) / (weight @ others)  # so that others count in the months of joining
        ours, theirs = weight @ (joins * after), weight @ (others * after)
        earlier, others_earlier = (weight * before) @ joins, (weight * before) @ others
        now = ours.sum() / (share @ theirs)
        return float(np.log(now / (earlier.sum() / (share @ others_earlier))))

    return bootstrap(ratio, len(before))


def invited_by_lot(made: Panel, tables: Tables, months: tuple[int, int] = (9, 20)) -> Estimate:
    """Orders that a month of membership adds: instrumental variable, the invitation by lot of campaign 1.

    The months are those after the campaign, which moves orders itself while it lasts.
    """
    lots = tables["campaign_assignments"].query("campaign_id == 1")
    lots = lots[lots["customer_id"] <= len(made.orders)]
    who = lots["customer_id"].to_numpy() - 1
    when = np.arange(months[0], months[1] + 1)
    bought = made.orders[np.ix_(who, when)].sum(axis=1)
    member = (made.joined[who][:, None] < when).sum(axis=1).astype(float)
    known = np.column_stack([np.ones(len(who)), made.orders[who, 1:7].sum(axis=1)])
    bought, member, lot = (
        each - known @ np.linalg.lstsq(known, each, rcond=None)[0]
        for each in (bought, member, lots["treated"].to_numpy(float))
    )
    effect = (lot @ bought) / (lot @ member)
    error = np.sqrt((lot**2 * (bought - effect * member) ** 2).sum()) / abs(lot @ member)
    return Estimate.of(effect, error, len(who))
