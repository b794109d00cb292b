"""The course's methods on the tables alone, where twelve branches are the sample: programme, service-profit chain."""

from __future__ import annotations

import numpy as np
import pandas as pd
from company_figures import scores
from scipy.stats import t
from truth_methods import Estimate, Numbers, Tables, month_of

CHECKLIST = ["greeting", "needs", "knowledge", "honesty", "price_clarity", "farewell"]
BRANCHES = 12


def performance(tables: Tables) -> pd.DataFrame:
    """Score of perceived performance, branch and month of the order asked about."""
    order = tables["orders"].set_index("order_id").loc[tables["surveys"]["order_id"]]
    return pd.DataFrame(
        {
            "performance": scores(tables["surveys"])["performance"],
            "branch": order["branch_id"].to_numpy(),
            "month": month_of(order["ordered_on"]).to_numpy(),
        }
    ).dropna()


def programme_by_answers(frame: pd.DataFrame, treated: list[int], begins: int) -> Estimate:
    """Difference in differences, every answer taken for independent of the others."""
    groups = frame.groupby([frame["branch"].isin(treated), frame["month"] >= begins])["performance"]
    mean, variance = groups.mean(), groups.var() / groups.size()
    gained = (mean[True, True] - mean[True, False]) - (mean[False, True] - mean[False, False])
    return Estimate.of(gained, variance.sum() ** 0.5, len(frame))


def programme_after_only(frame: pd.DataFrame, treated: list[int], begins: int) -> Estimate:
    """Branches with the programme against the others, after its beginning only."""
    groups = frame[frame["month"] >= begins].groupby(frame["branch"].isin(treated))["performance"]
    mean, variance = groups.mean(), groups.var() / groups.size()
    return Estimate.of(mean[True] - mean[False], variance.sum() ** 0.5, len(frame))


def programme_by_branches(frame: pd.DataFrame, treated: list[int], begins: int) -> Estimate:
    """Difference in differences with a branch as the unit: twelve changes, a t test with 10 degrees of freedom."""
    by_branch = frame.groupby(["branch", frame["month"] >= begins])["performance"].mean().unstack()
    change = by_branch[True] - by_branch[False]
    ours, theirs = change[change.index.isin(treated)], change[~change.index.isin(treated)]
    free = len(change) - 2
    variance = (((ours - ours.mean()) ** 2).sum() + ((theirs - theirs.mean()) ** 2).sum()) / free
    error = (variance * (1 / len(ours) + 1 / len(theirs))) ** 0.5
    return Estimate.of(ours.mean() - theirs.mean(), error, len(change), t.ppf(0.975, free))


def visits(tables: Tables) -> pd.DataFrame:
    """Mean score of each mystery visit, the visitors' leniency taken out, with branch and quarter."""
    made = tables["mystery_visits"]
    score = made[CHECKLIST].astype(float).mean(axis=1)
    score -= score.groupby(made["rater"]).transform("mean")
    frame = pd.DataFrame({"branch": made["branch_id"], "quarter": (month_of(made["visited_on"]) - 1) // 3})
    return (
        frame.assign(visit=made["visit_id"], score=score)
        .groupby(["branch", "quarter", "visit"], as_index=False)
        .mean()
    )


def halves_of_the_staff(tables: Tables) -> pd.DataFrame:
    """Mean job satisfaction of each branch over the years, from half of the staff and from the other half."""
    made = tables["staff_surveys"]
    asked = made[[f"job_satisfaction_{each}" for each in (1, 2, 3)]].astype(float)
    asked["job_satisfaction_3"] = 8 - asked["job_satisfaction_3"]  # "a burden": the other way round
    return asked.mean(axis=1).groupby([made["branch_id"], made["staff_id"] % 2]).mean().unstack()


def plain_slope(cause: Numbers, effect: Numbers) -> Estimate:
    """Least squares of one on the other."""
    cause, effect = cause - cause.mean(), effect - effect.mean()
    slope, free = (cause @ effect) / (cause @ cause), len(cause) - 2
    error = (((effect - slope * cause) ** 2).sum() / free / (cause @ cause)) ** 0.5
    return Estimate.of(slope, error, len(cause), t.ppf(0.975, free))


def slope_by_halves(one: Numbers, other: Numbers, effect: Numbers, cluster: Numbers) -> Estimate:
    """Slope on a cause measured twice with independent errors, each measurement the other's instrument.

    The interval holds every slope that a t test over the clusters does not reject (Anderson and Rubin 1949), so
    that it is right however weak the measurements are; it is then wide, or has no end.
    """
    groups = np.unique(cluster)
    limit = t.ppf(0.975, len(groups) - 1)

    def by_cluster(values: Numbers) -> Numbers:
        return np.array([values[cluster == each].sum() for each in groups])

    above, below = by_cluster((one + other) * effect), by_cluster(2 * one * other)
    slope = above.sum() / below.sum()
    tried = slope + np.concatenate([-np.geomspace(1e3, 1e-4, 4000), [0.0], np.geomspace(1e-4, 1e3, 4000)])
    moment = above[:, None] - below[:, None] * tried
    spread = moment.std(axis=0, ddof=1) * len(groups) ** 0.5
    kept = tried[np.abs(moment.sum(axis=0)) <= limit * spread]
    low = kept.min() if kept.min() > tried[0] else -np.inf
    high = kept.max() if kept.max() < tried[-1] else np.inf
    return Estimate(float(slope), float(low), float(high), len(effect))


def staff_to_service(tables: Tables) -> tuple[Estimate, Estimate]:
    """Checklist points per point of job satisfaction, over the branches: plain; with halves of the staff."""
    halves = halves_of_the_staff(tables)
    score = visits(tables).groupby("branch")["score"].mean().to_numpy()
    one, other = halves[0].to_numpy(), halves[1].to_numpy()
    centred = [each - each.mean() for each in (one, other, score)]
    return plain_slope((one + other) / 2, score), slope_by_halves(*centred, np.arange(BRANCHES))


def service_to_performance(tables: Tables, treated: list[int], begins: int) -> tuple[Estimate, Estimate]:
    """Points of performance per checklist point, within branches by quarter: mean of two visits; each by the other."""
    made = visits(tables)
    made["which"] = made.groupby(["branch", "quarter"]).cumcount()
    frame = made.pivot(index=["branch", "quarter"], columns="which", values="score")
    answers = performance(tables)
    frame["performance"] = answers.groupby(["branch", (answers["month"] - 1) // 3])["performance"].mean()
    frame = frame.dropna().reset_index()
    programme = frame["branch"].isin(treated) & (frame["quarter"] >= (begins - 1) // 3)
    known = np.column_stack(
        [
            pd.get_dummies(frame["branch"]).to_numpy(float),
            pd.get_dummies(frame["quarter"]).to_numpy(float)[:, 1:],
            programme.to_numpy(float),
        ]
    )
    one, other, effect = (
        values - known @ np.linalg.lstsq(known, values, rcond=None)[0]
        for values in (frame[name].to_numpy(float) for name in (0, 1, "performance"))
    )
    branch = frame["branch"].to_numpy()
    return plain_slope((one + other) / 2, effect), slope_by_halves(one, other, effect, branch)
