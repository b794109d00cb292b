"""What the committed company looks like: every figure of the data card, computed from the tables alone."""

from __future__ import annotations

import numpy as np
import pandas as pd

CONSTRUCTS = (
    "desires",
    "performance",
    "expectations",
    "desires_congruency",
    "expectations_congruency",
    "attribute_satisfaction",
    "information_satisfaction",
    "overall_satisfaction",
    "trust",
)
REVERSED = ("expectations_congruency_3", "trust_3")
Tables = dict[str, pd.DataFrame]


def items(surveys: pd.DataFrame, construct: str) -> pd.DataFrame:
    """The three items of a construct as numbers, reversed ones turned round."""
    answers = surveys[[f"{construct}_{number}" for number in (1, 2, 3)]].astype("Float64").astype(float)
    for name in REVERSED:
        if name in answers:
            answers[name] = 8 - answers[name]
    return answers


def scores(surveys: pd.DataFrame) -> pd.DataFrame:
    """The mean of the answered items of every construct."""
    return pd.DataFrame({name: items(surveys, name).mean(axis=1) for name in CONSTRUCTS})


def alpha(answers: pd.DataFrame) -> float:
    """Cronbach's alpha over the rows without a missing item."""
    whole = answers.dropna()
    count = whole.shape[1]
    return count / (count - 1) * (1 - whole.var().sum() / whole.sum(axis=1).var())


def slopes(effect: pd.Series, causes: pd.DataFrame) -> pd.DataFrame:
    """Least squares with an intercept: slope and standard error of each cause, rows with a gap left out."""
    whole = pd.concat([causes, effect.rename("effect").astype(float)], axis=1).dropna()
    design = np.column_stack([np.ones(len(whole)), whole[causes.columns].to_numpy(dtype=float)])
    answer = whole["effect"].to_numpy()
    slope, *_ = np.linalg.lstsq(design, answer, rcond=None)
    left = answer - design @ slope
    variance = left @ left / (len(whole) - design.shape[1]) * np.linalg.inv(design.T @ design)
    found = pd.DataFrame(
        {"slope": slope, "error": np.sqrt(np.diag(variance))}, index=["base", *causes.columns]
    )
    return found.drop(index="base")


def standardised(frame: pd.DataFrame) -> pd.DataFrame:
    """Every column in its own standard deviations."""
    return (frame - frame.mean()) / frame.std()


def bought_again(tables: Tables, months: int = 6) -> pd.Series:
    """For every survey: whether the customer ordered within so many months after it; missing if not yet known."""
    surveys, orders = tables["surveys"], tables["orders"]
    later = surveys[["survey_id", "customer_id", "answered_on"]].merge(orders[["customer_id", "ordered_on"]])
    until = later["answered_on"] + pd.DateOffset(months=months)
    inside = later[(later["ordered_on"] > later["answered_on"]) & (later["ordered_on"] <= until)]
    again = surveys["survey_id"].isin(inside["survey_id"]).astype(float)
    last = orders["ordered_on"].max() - pd.DateOffset(months=months)
    return again.where(surveys["answered_on"] <= last)


def intention_and_behaviour(tables: Tables) -> pd.DataFrame:
    """Standardised satisfaction and trust as causes of intention and of buying again within six months."""
    surveys = tables["surveys"]
    causes = standardised(scores(surveys)[["overall_satisfaction", "trust"]])
    intention = surveys["loyalty_repurchase"].astype("Float64").astype(float)
    return pd.concat(
        {"intention": slopes(intention, causes), "bought_again": slopes(bought_again(tables), causes)},
        names=["effect", "cause"],
    )


def treadmill(tables: Tables, treated: list[int], first_wave: int = 5) -> pd.DataFrame:
    """Differences in differences by wave: programme branches against the others, against the waves before."""
    surveys = tables["surveys"]
    orders = tables["orders"].set_index("order_id")["branch_id"]
    waves = tables["survey_invitations"].set_index("invitation_id")["wave"]
    frame = scores(surveys).assign(
        wave=surveys["invitation_id"].map(waves), programme=surveys["order_id"].map(orders).isin(treated)
    )
    means = frame.groupby(["wave", "programme"]).mean()
    gap = means.xs(True, level="programme") - means.xs(False, level="programme")
    return gap - gap[gap.index < first_wave].mean()


def not_again(tables: Tables, year: int) -> float:
    """Share of a year's buyers who did not buy in the next year."""
    orders = tables["orders"]
    by_year = orders.groupby(orders["ordered_on"].dt.year)["customer_id"].agg(set)
    return 1 - len(by_year[year] & by_year[year + 1]) / len(by_year[year])


def monopoly(tables: Tables) -> pd.DataFrame:
    """Share buying again by whether the branch has rivals and whether satisfaction is below the middle (4)."""
    surveys, branches = tables["surveys"], tables["branches"].set_index("branch_id")
    branch = surveys["order_id"].map(tables["orders"].set_index("order_id")["branch_id"])
    frame = pd.DataFrame(
        {
            "rivals": branch.map(branches["rivals_nearby"]).gt(0),
            "dissatisfied": scores(surveys)["overall_satisfaction"].lt(4),
            "again": bought_again(tables),
        }
    ).dropna()
    return frame.groupby(["rivals", "dissatisfied"])["again"].agg(["mean", "count"])
