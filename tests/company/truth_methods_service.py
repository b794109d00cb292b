"""The course's methods on the tables alone: campaigns, recovery, contacts, word of mouth."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import statsmodels.api as sm
from company_figures import alpha, items, scores
from scipy.optimize import minimize
from scipy.stats import norm
from truth_methods import Estimate, Numbers, Tables, log_ratio, month_of

SEGMENTS = ("value_seeker", "convenience", "relationship", "enthusiast")
JUSTICES = ("distributive", "procedural", "interactional")


def answered(tables: Tables) -> pd.DataFrame:
    """A row a survey: scores, the order asked about, and what happened with it."""
    surveys = tables["surveys"]
    order = tables["orders"].set_index("order_id").loc[surveys["order_id"]]
    waves = tables["survey_invitations"].set_index("invitation_id")["wave"]
    made = scores(surveys).assign(
        order_id=surveys["order_id"],
        customer_id=surveys["customer_id"],
        wave=surveys["invitation_id"].map(waves),
        branch=order["branch_id"].to_numpy(),
        month=month_of(order["ordered_on"]).to_numpy(),
        minor=surveys["problem"].eq("minor").astype(float),
        major=surveys["problem"].eq("major").astype(float),
        complained=surveys["order_id"].isin(tables["complaints"]["order_id"]).astype(float),
    )
    for size in ("minor", "major"):
        made[f"{size}_complained"] = made[size] * made["complained"]
    return made


def least_squares(
    effect: str, causes: list[str], frame: pd.DataFrame, alike: list[str] | None = None
) -> dict[str, Estimate]:
    """Slopes with robust standard errors (HC1), within groups that are alike in some columns; gaps left out."""
    whole = frame[[effect, *causes, *(alike or [])]].dropna()
    values = whole[[effect, *causes]].astype(float)
    values -= values.groupby([whole[name] for name in alike]).transform("mean") if alike else values.mean()
    fit = sm.OLS(values[effect], values[causes]).fit(cov_type="HC1")
    return {name: Estimate.of(fit.params[name], fit.bse[name], len(whole)) for name in causes}


# Campaigns: who is treated is drawn by lot.


def campaign_orders(tables: Tables, campaign: int) -> pd.DataFrame:
    """Everybody in the experiment of a campaign: treated, segment as the CRM has it, orders while it lasts."""
    plan = tables["campaigns"].set_index("campaign_id").loc[campaign]
    lots = tables["campaign_assignments"].query("campaign_id == @campaign")
    orders = tables["orders"]
    during = orders[orders["ordered_on"].between(plan["starts"], plan["ends"])].groupby("customer_id").size()
    segment = tables["customers"].set_index("customer_id")["crm_segment"]
    return lots.assign(
        orders=lots["customer_id"].map(during).fillna(0.0), segment=lots["customer_id"].map(segment)
    )


def uplift(experiment: pd.DataFrame) -> Estimate:
    """Poisson regression of orders on being treated, with robust standard errors: the log of the ratio."""
    design = sm.add_constant(experiment["treated"].astype(float))
    fit = sm.GLM(experiment["orders"], design, family=sm.families.Poisson()).fit(cov_type="HC1")
    return Estimate.of(fit.params["treated"], fit.bse["treated"], len(experiment))


def uplift_by_label(experiment: pd.DataFrame) -> dict[str, Estimate]:
    """The same by the segment that the CRM has."""
    found = {}
    for segment in SEGMENTS:
        mine = experiment[experiment["segment"] == segment]
        orders, treated = mine["orders"].to_numpy(), mine["treated"].to_numpy(bool)
        found[segment] = log_ratio(orders[treated], orders[~treated])
    return found


def uplift_by_segment(experiment: pd.DataFrame, right: float = 0.7) -> dict[str, Estimate]:
    """The same by true segment, where a sample checked by hand tells the share of labels that are right.

    The mean of each label is a mix of the true segments' means; turned round, the mixes give the means.
    """
    label = experiment["segment"].cat.set_categories(list(SEGMENTS)).cat.codes.to_numpy()
    told = np.full((4, 4), (1 - right) / 3) + np.eye(4) * (right - (1 - right) / 3)  # [true, label]
    share = np.linalg.solve(told.T, np.bincount(label, minlength=4) / len(label))
    mix = (share[:, None] * told).T
    turned = np.linalg.inv(mix / mix.sum(axis=1, keepdims=True))
    means = {}
    for treated in (True, False):
        rows = [
            experiment["orders"].to_numpy()[(label == each) & (experiment["treated"] == treated)]
            for each in range(4)
        ]
        mean = turned @ np.array([part.mean() for part in rows])
        variance = turned**2 @ np.array([part.var(ddof=1) / len(part) for part in rows])
        means[treated] = mean, variance / mean**2
    effect = np.log(means[True][0] / means[False][0])
    error = np.sqrt(means[True][1] + means[False][1])
    return {name: Estimate.of(effect[at], error[at], len(experiment)) for at, name in enumerate(SEGMENTS)}


# Recovery: what a failure takes and what its handling gives back.

FELT = ["minor", "major", "minor_complained", "major_complained"]


def failure_and_recovery(frame: pd.DataFrame) -> dict[str, Estimate]:
    """Satisfaction after a failure, and what is regained by who complained; alike in branch and wave."""
    return least_squares("overall_satisfaction", FELT, frame, ["branch", "wave"])


def complainers_and_silent(frame: pd.DataFrame) -> Estimate:
    """Who complained against who suffered in silence, whatever went wrong."""
    failed = frame[frame["minor"] + frame["major"] > 0]
    return least_squares("overall_satisfaction", ["complained"], failed)["complained"]


def trust_before_and_after(frame: pd.DataFrame) -> dict[str, Estimate]:
    """The same for trust, within customers: against their own answer before."""
    ordered = frame.sort_values(["customer_id", "wave"])
    change = ordered["trust"] - ordered.groupby("customer_id")["trust"].shift()
    return least_squares("change", FELT, ordered.assign(change=change), ["branch"])


def trust_levels(frame: pd.DataFrame) -> dict[str, Estimate]:
    """Trust of who complained against trust of the silent, without the answer before."""
    return least_squares("trust", FELT, frame, ["branch"])


def rated_cases(tables: Tables) -> pd.DataFrame:
    """Complaints whose handling was rated, with the days until the first answer."""
    cases = tables["complaints"].dropna(subset=["justice_procedural"])
    ratings = {name: cases[f"justice_{name}"].astype(float) for name in JUSTICES}
    return cases.assign(days=(cases["first_answer"] - cases["opened"]).dt.days.astype(float), **ratings)


def day_of_waiting(cases: pd.DataFrame) -> Estimate:
    """Procedural justice lost by a day of waiting: least squares on the ratings."""
    return least_squares("procedural", ["days"], cases)["days"]


def day_of_waiting_censored(cases: pd.DataFrame) -> Estimate:
    """The same of waits of two weeks at most, a rating being an interval: 7 means 6.5 and more, 1 means 1.5 and less.

    After longer waits there is hardly a point left to lose.
    """
    cases = cases[cases["days"] <= 14]
    rating, days = cases["procedural"].to_numpy(), cases["days"].to_numpy() + 0.5  # whole days: half lost
    low = np.where(rating == 1, -np.inf, rating - 0.5)
    high = np.where(rating == 7, np.inf, rating + 0.5)

    def loss(p: Numbers) -> float:
        mean, spread = p[0] + p[1] * days, np.exp(p[2])
        inside = norm.cdf((high - mean) / spread) - norm.cdf((low - mean) / spread)
        return float(-np.log(np.maximum(inside, 1e-300)).sum())

    best = minimize(
        loss, np.array([5.0, -0.1, 0.0]), method="Nelder-Mead", options={"xatol": 1e-6, "maxiter": 2000}
    )
    step = 1e-3 * np.eye(3)
    curvature = [[loss(best.x + a + b) - loss(best.x + a - b) - loss(best.x - a + b) + loss(best.x - a - b)
                  for a in step] for b in step]  # fmt: skip
    error = np.linalg.inv(np.array(curvature) / 4e-6)[1, 1] ** 0.5
    return Estimate.of(best.x[1], error, len(cases))


def justice_and_satisfaction(frame: pd.DataFrame, cases: pd.DataFrame) -> dict[str, Estimate]:
    """Satisfaction regained by a point of each rated justice, as a share of the loss."""
    both = frame.merge(cases[["order_id", *JUSTICES]], on="order_id")
    lost = np.where(both["major"] > 0, 1.3, 0.5)
    by_loss = {name: lost * (both[name] - 4.0) for name in JUSTICES}
    known = ["major", "attribute_satisfaction", "information_satisfaction"]
    found = least_squares("overall_satisfaction", [*known, *JUSTICES], both.assign(**by_loss))
    return {name: found[name] for name in JUSTICES}


# Contacts: what a bad one does to trust, and to the orders that follow.


def rated_contacts(tables: Tables) -> pd.DataFrame:
    """Customers with one rated contact in a quarter who answered the survey at its end."""
    contacts = tables["contacts"].dropna(subset=["rating"])
    contacts = contacts.assign(month=month_of(contacts["contacted_on"]), score=contacts["rating"].astype(int))
    contacts["wave"] = (contacts["month"] + 2) // 3
    alone = contacts.groupby(["customer_id", "wave"])["score"].transform("size") == 1
    asked = answered(tables)[["customer_id", "wave", "trust", "branch"]]
    return asked.merge(
        contacts.loc[alone, ["customer_id", "wave", "month", "score"]], on=["customer_id", "wave"]
    )


def bad_and_good(frame: pd.DataFrame) -> dict[str, Estimate]:
    """Trust at the quarter's end by how the contact was rated, alike in branch: 1 and 2 bad, 4 and 5 good."""
    marked = frame.assign(bad=1.0 * (frame["score"] <= 2), good=1.0 * (frame["score"] >= 4))
    return least_squares("trust", ["bad", "good"], marked, ["branch"])


def bad_and_good_corrected(frame: pd.DataFrame, meant: Numbers, stays: float) -> dict[str, Estimate]:
    """The same where it is known how well a rating tells what was felt, and how much of it stays by month.

    ``meant`` holds the chance of bad, neither and good (rows) at each rating from 1 to 5 (columns).
    """
    left = stays ** (3 * frame["wave"] - frame["month"] + 1)
    at = frame["score"].to_numpy() - 1
    marked = frame.assign(bad=meant[0, at] * left, good=meant[2, at] * left)
    return least_squares("trust", ["bad", "good"], marked, ["branch"])


def orders_after_contact(tables: Tables, days: int = 90) -> tuple[Estimate, Estimate]:
    """Log ratio of the orders of the days after a contact, rated 1 or 2 against 4 or 5: plain, alike in branch."""
    contacts = tables["contacts"].dropna(subset=["rating"])[["customer_id", "contacted_on", "rating"]]
    last = tables["orders"]["ordered_on"].max()
    contacts = contacts[
        (contacts["rating"] != 3) & (contacts["contacted_on"] + pd.Timedelta(days=days) <= last)
    ]
    stamp = np.sort(_stamps(tables["orders"], "ordered_on"))
    begin = _stamps(contacts, "contacted_on")
    after = np.searchsorted(stamp, begin + days, side="right") - np.searchsorted(stamp, begin, side="right")
    bad = (contacts["rating"] <= 2).to_numpy()
    branch = contacts["customer_id"].map(tables["customers"].set_index("customer_id")["branch_id"])
    plain = log_ratio(after[bad].astype(float), after[~bad].astype(float))
    design = pd.get_dummies(branch.to_numpy(), dtype=float).assign(bad=bad.astype(float))
    fit = sm.GLM(after, design.to_numpy(), family=sm.families.Poisson()).fit(
        cov_type="cluster", cov_kwds={"groups": contacts["customer_id"].to_numpy()}
    )
    return plain, Estimate.of(fit.params[-1], fit.bse[-1], len(after))


def _stamps(frame: pd.DataFrame, column: str) -> Any:
    """Customer and day as one whole number, so that one sorted list serves all customers."""
    return (
        frame["customer_id"].to_numpy() * 100_000
        + (frame[column] - pd.Timestamp("2020-01-01")).dt.days.to_numpy()
    )


# Trust and the orders of the next month.


def orders_by_trust(tables: Tables, trust: pd.Series | None = None) -> tuple[Estimate, Estimate]:
    """Log orders of the month after a survey per point of trust, where choice is complete; over its reliability.

    Poisson regression, alike in branch and wave; ``trust`` stands in for the score.
    """
    frame = answered(tables)[["customer_id", "wave", "branch", "trust"]]
    frame = frame.assign(trust=frame["trust"] if trust is None else trust).dropna()
    frame = frame[frame["wave"] < frame["wave"].max()]
    orders = tables["orders"]
    bought = orders.groupby(["customer_id", month_of(orders["ordered_on"])]).size()
    next_month = pd.MultiIndex.from_arrays([frame["customer_id"], 3 * frame["wave"] + 1])
    rivals = frame["branch"].map(tables["branches"].set_index("branch_id")["rivals_nearby"])
    alike = [
        pd.get_dummies(frame["branch"], dtype=float),
        pd.get_dummies(frame["wave"], dtype=float).iloc[:, 1:],
    ]
    design = np.column_stack([rivals / (1 + rivals) * (frame["trust"] - frame["trust"].mean()), *alike])
    fit = sm.GLM(bought.reindex(next_month).fillna(0.0).to_numpy(), design, family=sm.families.Poisson()).fit(
        cov_type="cluster", cov_kwds={"groups": frame["customer_id"].to_numpy()}
    )
    slope, error, count = fit.params[0], fit.bse[0], len(frame)
    reliable = alpha(items(tables["surveys"], "trust"))
    return Estimate.of(slope, error, count), Estimate.of(slope / reliable, error / reliable, count)


# Word of mouth: whom a customer sends, in the month of an order asked about.


def referrals_by_satisfaction(tables: Tables) -> tuple[Estimate, Estimate]:
    """Log referrals per point of satisfaction: Poisson regression on the score; the same over its reliability."""
    frame = answered(tables)
    sent = tables["customers"].dropna(subset=["referred_by"])
    made = sent.groupby([sent["referred_by"].astype(int), month_of(sent["joined"])]).size()
    frame["sent"] = (
        made.reindex(pd.MultiIndex.from_frame(frame[["customer_id", "month"]])).fillna(0.0).to_numpy()
    )
    whole = frame.dropna(subset=["overall_satisfaction"])
    design = sm.add_constant(whole["overall_satisfaction"])
    fit = sm.GLM(whole["sent"], design, family=sm.families.Poisson()).fit(cov_type="HC1")
    slope, error = fit.params["overall_satisfaction"], fit.bse["overall_satisfaction"]
    reliable = alpha(items(tables["surveys"], "overall_satisfaction"))
    count = len(whole)
    return Estimate.of(slope, error, count), Estimate.of(slope / reliable, error / reliable, count)


def generations(tables: Tables) -> pd.DataFrame:
    """Everybody: generation (0 was sent by nobody), months since joining, how many they sent."""
    people = tables["customers"]
    sender = people["referred_by"].astype("Float64").to_numpy(float, na_value=0.0).astype(int)
    generation = np.zeros(len(people) + 1, dtype=int)
    for at, teller in enumerate(sender, start=1):  # who sends has joined before: in the order of numbers
        generation[at] = generation[teller] + 1 if teller else 0
    sent = np.bincount(sender, minlength=len(people) + 1)[1:]
    months = 37 - np.maximum(month_of(people["joined"]), 1)
    return pd.DataFrame(
        {"generation": generation[1:], "months": months, "sent": sent, "new": people["joined"] >= "2022"}
    )
