"""What only the simulation knows: the truth that the methods are held against, and no table tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from unittest import mock

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy.stats import norm
from truth_methods import Numbers, at_risk

from relmark_helpers.company import steps
from relmark_helpers.company.beginning import beginning
from relmark_helpers.company.engine import months
from relmark_helpers.company.month import CHOICE, Chunk, Month
from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.parameters.campaigns import Campaign
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.state import State
from relmark_helpers.company.steps.failures import recovery
from relmark_helpers.company.steps.staff import staff
from relmark_helpers.company.tables import house, tables

Tables = dict[str, pd.DataFrame]
SEED, CUSTOMERS = 20240104, 2700  # of the committed company
JUSTICES = ("distributive", "procedural", "interactional")


@dataclass
class Company:
    """A company's tables, and beside them what the tables do not tell."""

    tables: Tables
    state: State
    policy: Policy
    seed: int
    complaints: pd.DataFrame  # by complaint: what handling truly gave back
    answers: pd.DataFrame  # by survey: the factors behind the ticks
    by_branch: pd.DataFrame  # by branch and month: service, job satisfaction, people told
    active: list[int] = field(default_factory=list)  # customers at the end of each month

    @property
    def first_day(self) -> int:
        return self.state.first_day


def company(customers: int = CUSTOMERS, seed: int = SEED, policy: Policy | None = None) -> Company:
    """Run a company and keep its tables and its truth."""
    chosen, kept = policy or Policy(), Kept()
    made = tables(kept.watched(months(policy=chosen, customers=customers, seed=seed)))
    assert kept.state is not None
    frames = {name: pd.concat(each, ignore_index=True) for name, each in kept.rows.items()}
    return Company(made, kept.state, chosen, seed, active=kept.active, **frames)


class Kept:
    """What is noted of each month while the tables are made."""

    def __init__(self) -> None:
        self.state: State | None = None
        self.active: list[int] = []
        self.rows: dict[str, list[pd.DataFrame]] = {"complaints": [], "answers": [], "by_branch": []}

    def watched(self, states: Iterator[State]) -> Iterator[State]:
        for state in states:
            self.state = state
            self.active.append(int(state.customers.active[: state.count].sum()))
            self.rows["complaints"].append(_given_back(state))
            felt = {name: values for name, values in state.events["surveys"].items() if "felt" in name}
            self.rows["answers"].append(pd.DataFrame({"month": state.month, **felt}))
            house = {name: state.house[name].copy() for name in ("service", "job_satisfaction")}
            told = {name: state.sums[name] for name in ("told_good", "told_bad", "left")}
            here = np.arange(1, len(house["service"]) + 1)
            self.rows["by_branch"].append(
                pd.DataFrame({"month": state.month, "branch_id": here, **house, **told})
            )
            yield state


def _given_back(state: State) -> pd.DataFrame:
    """Points of satisfaction and trust that the handling of each complaint of the month gave back."""
    case, numbers = state.events["complaints"], state.parameters
    felt = {name: case[f"justice_{name}"] for name in JUSTICES}
    satisfaction, trust = recovery(numbers.complaining, felt)
    major, failures = case["severity"] == 1, numbers.failures
    return pd.DataFrame(
        {
            "order_id": case["order"] + 1,
            "month": state.month,
            "major": major,
            **felt,
            "satisfaction": satisfaction
            * np.where(major, failures.satisfaction_major, failures.satisfaction_minor),
            "trust": trust * np.where(major, failures.trust_major, failures.trust_minor),
        }
    )


def leaving_seen(customers: int, seed: int, parameters: Parameters | None = None) -> pd.DataFrame:
    """Every month of every customer just before the step that lets some leave, and who left: nobody else sees it."""
    parts: list[dict[str, Any]] = []
    real = steps.leaving

    def seen(month: Month, chunk: Chunk) -> None:
        some = chunk.customers
        here = np.flatnonzero(some.active)
        choice = CHOICE[some.branch[here]]
        levels = month.state.parameters.levels
        joined = some.joined[here]
        row = {
            "rivals": choice,
            "trust": choice * (some.trust[here] - levels.trust),
            "satisfaction": choice * (some.satisfaction[here] - levels.overall_satisfaction),
            "newcomer": 1.0 * ((joined > 0) & (joined > month.number - 6)),
            "member": 1.0 * (some.tier[here] > 0),
            "frailty": some.frailty[here].copy(),
            "month": np.full(len(here), month.number),
        }
        real(month, chunk)
        parts.append(row | {"left": 1.0 * ~some.active[here]})

    with mock.patch.object(steps, "leaving", seen):
        for _ in months(parameters, customers=customers, seed=seed, record="summary"):
            pass
    return pd.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in parts[0]})


def club_and_none(customers: int, seed: int, months_run: int = 36) -> tuple[Numbers, Numbers]:
    """Orders of the customers of the first day by month, with the club and had there never been one: same luck."""
    found = []
    for policy in (Policy(), Policy(club=0.0)):
        so_far = [np.full(customers, 3)]
        for state in months(
            policy=policy, customers=customers, seed=seed, months=months_run, record="summary"
        ):
            so_far.append(state.customers.orders[:customers].astype(int))
        found.append(np.column_stack([np.zeros(customers), np.diff(np.array(so_far), axis=0).T]))
    return found[0], found[1]


def club_effects(with_club: Numbers, without: Numbers, joined: Numbers, horizon: int = 6) -> dict[str, float]:
    """What joining truly did: in the year after for who joined by month 12; in risk sets; a month of membership."""
    early = joined <= 12
    year = np.log(with_club[early, 13:25].sum() / without[early, 13:25].sum())
    joins, others = at_risk(joined, with_club, horizon)
    ahead = [np.cumsum(each, axis=1)[:, 7 + horizon :] - np.cumsum(each, axis=1)[:, 7:-horizon]
             for each in (with_club, without)]  # fmt: skip
    share = joins.sum(axis=0) / others.sum(axis=0)
    ours, theirs = ([(who * when).sum(axis=0) for when in ahead] for who in (joins, others))
    now = np.log(ours[0].sum() / ours[1].sum()) - np.log((share @ theirs[0]) / (share @ theirs[1]))
    invited = joined <= 8
    more = (with_club - without)[invited, 9:21].sum() / (invited.sum() * 12)
    return {"year": float(year), "risk sets": float(now), "month": float(more)}


def uplifts(company: Company) -> list[float]:
    """Log ratio of the orders of the treated of each campaign, with it and had it moved nobody: same luck."""
    real = company.state.parameters
    return [_uplift(company, number, plan) for number, plan in enumerate(real.campaigns)]


def _uplift(company: Company, number: int, plan: Campaign) -> float:
    real, ends = company.state.parameters, plan.month + plan.months - 1
    silent = tuple(
        each._replace(uplift=(0.0,) * 4) if at == number else each for at, each in enumerate(real.campaigns)
    )
    lots = company.tables["campaign_assignments"]
    treated = lots[lots["treated"] & (lots["campaign_id"] == number + 1)]["customer_id"].to_numpy() - 1
    during = []
    for parameters in (real, replace(real, campaigns=silent)):
        counted = {}
        for state in months(parameters, company.policy, company.first_day, ends, company.seed, "summary"):
            if state.month in (plan.month - 1, ends):  # who is in the lots has been a customer since before
                orders = state.customers.orders[: state.count].astype(float)
                counted[state.month] = orders[treated[treated < state.count]].sum()
        during.append(counted[ends] - counted[plan.month - 1])
    return float(np.log(during[0] / during[1]))


def alive(company: Company, after: int) -> float:
    """Share of the customers of the first day who had not left after a month."""
    left = company.state.customers.left[: company.first_day]
    return float(((left == 0) | (left > after)).mean())


def ratings(parameters: Parameters) -> Numbers:
    """Chances of a bad, an unnoticed and a good contact (rows) with each rating (columns), service being at rest."""
    contacts = parameters.contacts
    chances = np.array([contacts.bad, 1 - contacts.bad - contacts.good, contacts.good])
    ends = np.array([-np.inf, 1.5, 2.5, 3.5, 4.5, np.inf])  # ratings: 3.3 + 1.3 felt + 0.8 scatter, rounded
    below = norm.cdf((ends[None, :] - (3.3 + 1.3 * np.array([-1, 0, 1]))[:, None]) / 0.8)
    found: Numbers = chances[:, None] * np.diff(below, axis=1)
    return found


def orders_after_bad(company: Company) -> float:
    """Log ratio of the orders of 90 days after contacts rated 1 or 2 against 4 or 5: what their trust does to them.

    Half a month, two months and half a month lie in the 90 days; a message is felt in its own month, what
    happens around an order from the next one.
    """
    parameters = company.state.parameters
    contacts, adapt = parameters.contacts, parameters.adaptation
    joint = ratings(parameters)
    trust = np.array([-contacts.bad_trust, 0.0, contacts.good_trust]) @ joint
    gap = trust[:2].sum() / joint[:, :2].sum() - trust[3:].sum() / joint[:, 3:].sum()
    stays = np.array([0.5, 1.0, 1.0, 0.5]) / 3 * (1 - adapt.trust_return) ** np.arange(4)
    message = company.tables["contacts"]["order_id"].isna().mean()
    choice = CHOICE[company.state.customers.branch[: company.state.count]].mean()
    return float(gap * (stays[1:].sum() + message * stays[0]) * parameters.buying.trust * choice)


def referral_slope(company: Company) -> float:
    """Log referrals per point of satisfaction, were satisfaction seen: Poisson regression on the chance to tell well."""
    told, levels = company.state.parameters.word_of_mouth, company.state.parameters.levels
    felt = company.answers["felt_overall_satisfaction"].to_numpy()
    beyond = felt - levels.overall_satisfaction - told.ordinary
    chance = (beyond > 0) / (1 + np.exp(-(told.tells + told.by_strength * np.abs(beyond))))
    fit = sm.GLM(chance, sm.add_constant(felt), family=sm.families.Poisson()).fit()
    return float(fit.params[1])


def justice_slopes(company: Company) -> list[float]:
    """Share of the loss given back per point of each justice truly felt: the straight line nearest to the truth."""
    case, failures = company.complaints, company.state.parameters.failures
    lost = np.where(case["major"], failures.satisfaction_major, failures.satisfaction_minor)
    felt = np.column_stack([lost * (case[name] - 4.0) for name in JUSTICES])
    fit = sm.OLS(case["satisfaction"], np.column_stack([felt, lost, np.ones(len(lost))])).fit()
    return [float(value) for value in fit.params[:3]]


def branches_only(seed: int, months_run: int = 36) -> Tables:
    """Staff surveys and mystery visits of a company without customers: they depend on none, and cost little."""
    state = beginning(Parameters(), Policy(), 100, seed)
    made: dict[str, list[pd.DataFrame]] = {"staff_surveys": [], "mystery_visits": []}
    for state.month in range(1, months_run + 1):
        staff(Month(state))
        if state.month % 6 == 0:
            made["staff_surveys"].append(house.staff_surveys(state))
        if state.month % 3 == 0:
            made["mystery_visits"].append(house.mystery_visits(state))
    return {name: pd.concat(parts, ignore_index=True) for name, parts in made.items()}


def service_changes(seed: int) -> Numbers:
    """How far each branch's service in the second year lay from that in the first, points."""
    state = beginning(Parameters(), Policy(), 100, seed)
    seen = []
    for state.month in range(1, 25):
        seen.append(state.house["service"].copy())
        staff(Month(state))
    changes: Numbers = np.mean(seen[12:], axis=0) - np.mean(seen[:12], axis=0)
    return changes


def expected_score(felt: pd.Series) -> pd.Series:
    """The mean tick of an item of a factor so felt: scattered, rounded, and held between 1 and 7."""
    ends = np.arange(1.5, 7.0)
    above = norm.sf((ends[None, :] - felt.to_numpy()[:, None]) / Parameters().spreads.item)
    return pd.Series(1.0 + above.sum(axis=1), index=felt.index)
