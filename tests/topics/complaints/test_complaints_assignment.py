"""Cases of assignment 10: one's own, solvable, and without a mistake that happens to be right."""

import math

import numpy as np
import pytest

import relmark_helpers as rm
from relmark_helpers.notebook.check import judge
from relmark_helpers.topics.complaints.assignment import CHECKS, apart, own_case, plan, right
from relmark_helpers.topics.complaints.assignment.statements import CLAIMS, MEASURES, RULES
from relmark_helpers.topics.complaints.model import staffing

STUDENTS = [f"student-{number}" for number in range(12)]


@pytest.fixture(scope="module")
def cases():
    return [rm.case("10", student=student) for student in STUDENTS]


def test_a_case_holds_only_what_is_its_customers(cases):
    for case in cases:
        mine = set(case.orders["customer_id"])
        assert len(mine) <= 1600
        assert set(case.complaints["customer_id"]) <= mine
        assert 150 < len(case.complaints) < 400
        assert {"resolved", "resolved quickly", "not resolved"} == set(right.returned(case).index)


def test_cases_differ_between_learners(cases):
    assert len({case.complaints["complaint_id"].sum() for case in cases}) == len(cases)
    assert len({case.weeks.to_numpy().tobytes() for case in cases}) == len(cases)
    assert len({tuple(case.story.values()) for case in cases}) == len(cases)


def test_verdicts_of_a_study_do_not_hang_on_the_divisor_of_a_variance(cases):
    for case in cases:
        for name in ("", "orders_"):
            bounds = right.interval(case, name)
            assert min(abs(bound) for bound in bounds.values()) > 0.02


def test_no_ceiling_lies_on_a_knifes_edge():
    rng = np.random.default_rng(10)
    for _ in range(300):
        desk = own_case._until(apart.desk, own_case._desk, rng)
        seats = staffing.agents_needed(
            *(desk[n] for n in ("calls", "handling", "level", "target", "interval"))
        )
        roster = seats / (1 - desk["shrinkage"])
        assert math.ceil(roster) == staffing.rostered(seats, desk["shrinkage"]) != round(roster)


def test_a_verdict_without_its_interval_is_wrong(cases):
    for case in cases:
        assert sorted(word == "not shown" for word in right.verdicts(case).values()) == [False, True]


def test_text_is_no_lever_of_a_plan(cases):
    best = {name: right.best(cases[0])[name] for name in ("ease", "staff", "remedy", "training")}
    for plan_of_text in (
        {**best, "ease": str(best["ease"])},
        {**best, "staff": "many"},
        {**best, "remedy": True},
    ):
        assert judge(CHECKS["10"], cases[0], "10", plan_of_text).outcome == "kind"


def test_all_verdicts_occur():
    found = [right.verdicts(rm.case("10", student=f"other-{number}")) for number in range(40)]
    assert {each["satisfaction"] for each in found} == {"higher", "lower", "not shown"}
    assert {each["orders"] for each in found} >= {"lower", "not shown"}


def test_a_best_plan_is_good_and_within_the_budget(cases):
    for case in cases:
        best = right.best(case)
        assert plan.good(best, case)
        assert not plan.good({**best, "remedy": 0.0}, case)
        assert not plan.good({"ease": 1.0, "staff": 60.0, "remedy": 1.0, "training": 1.0}, case)
        assert not plan.good({"ease": 0.4, "staff": 11.0, "remedy": 0.5, "training": 0.4}, case)


def test_one_threshold_is_cheapest(cases):
    for case in cases:
        costs = sorted(right.spent(case, at) for at in np.arange(1, 20) / 20)
        assert costs[1] - costs[0] > 5


def test_every_rule_stands_once_and_claims_are_half_and_half(cases):
    for case in cases:
        assert sorted(CHECKS["10 rules"].right(case).values()) == sorted(RULES)
        assert sorted(CHECKS["10 claims"].right(case).values()) == ["no"] * 3 + ["yes"] * 3


def test_no_text_keeps_two_rules():
    texts = [text for pool in MEASURES.values() for text in pool]
    assert len(texts) == len(set(texts))
    assert set(CLAIMS.values()) == {"yes", "no"}
