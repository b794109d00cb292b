"""Cases of assignment 07: one's own, solvable, and without a mistake that happens to be right."""

import numpy as np
import pandas as pd
import pytest

import relmark_helpers as rm
from relmark_helpers.topics.lifetime.assignment import CHECKS
from relmark_helpers.topics.lifetime.assignment.own_case import CLAIMS

STUDENTS = [f"student-{number}" for number in range(40)]


@pytest.fixture(scope="module")
def cases():
    return [rm.case("07", student=student) for student in STUDENTS]


def test_cases_differ_between_learners(cases):
    assert len({tuple(case.orders["customer_id"].unique()) for case in cases}) == len(cases)
    assert len({tuple(case.stays["months"]) for case in cases}) == len(cases)
    assert len({case.monthly_churn for case in cases}) > 15
    assert len({tuple(case.claims.values()) for case in cases}) == len(cases)


def test_every_customer_of_a_cohort_can_be_followed_for_730_days(cases):
    last = rm.load("orders")["ordered_on"].max()
    for case in cases:
        first = case.orders.groupby("customer_id")["ordered_on"].min()
        assert len(first) == 200
        assert (first + pd.Timedelta(days=730) <= last + pd.Timedelta(days=1)).all()
        assert first.min() >= pd.Timestamp("2022-01-01")


def test_the_band_is_never_decided_by_a_last_digit(cases):
    for case in cases:
        for name in case.businesses:
            gain = CHECKS["5"].right(case)[f"{name}, points"]
            assert min(abs(gain - 0.25), abs(gain - 0.85)) > 0.002, case.student


def test_stays_are_censored_for_some_before_and_lost_for_some_in_the_first_year(cases):
    for case in cases:
        stays = case.stays
        assert 0.1 < stays["lost"].mean() < 0.9
        assert (~stays["lost"] & (stays["months"] < 12)).sum() > 20


def test_survival_is_that_of_a_loop(cases):
    for case in cases:
        share, terms = 1.0, 0.0
        for month in range(1, 13):
            at_risk = (case.stays["months"] >= month).sum()
            lost = (case.stays["lost"] & (case.stays["months"] == month)).sum()
            share *= 1 - lost / at_risk
            terms += lost / (at_risk * (at_risk - lost))
        assert CHECKS["4"].right(case) == pytest.approx(share)
        assert CHECKS["4 error"].right(case) == pytest.approx(share * np.sqrt(terms))


def test_some_households_of_a_panel_buy_elsewhere_only(cases):
    for case in cases:
        assert 0.3 < (case.panel["own"] > 0).mean() < 0.9
        assert (case.panel["own"] <= case.panel["category"]).all()


def test_claims_that_the_tables_can_deny_are_half():
    assert sorted(CLAIMS.values()) == ["no"] * 4 + ["yes"] * 4
