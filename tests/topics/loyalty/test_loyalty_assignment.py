"""Cases of assignment 06: one's own, solvable, and without a mistake that happens to be right."""

import numpy as np
import pytest

import relmark_helpers as rm
from relmark_helpers.topics.loyalty.assignment import CHECKS
from relmark_helpers.topics.loyalty.assignment.statements import CLAIMS, MEASURES, PERSONS, PULLS, WHERE

STUDENTS = [f"student-{number}" for number in range(10)]


@pytest.fixture(scope="module")
def cases():
    return [rm.case("06", student=student) for student in STUDENTS]


def test_a_case_holds_a_thousand_customers_and_only_what_is_theirs(cases):
    for case in cases:
        mine = set(case.customers["customer_id"])
        assert len(mine) == len(case.customers) == 1000
        for table in (case.orders, case.surveys, case.memberships):
            assert set(table["customer_id"]) <= mine
        assert case.persons > len(mine)


def test_cases_differ_between_learners(cases):
    assert len({tuple(case.customers["customer_id"]) for case in cases}) == len(cases)
    assert len({tuple(case.measures.values()) for case in cases}) == len(cases)
    assert len({case.given_matrix.to_numpy().tobytes() for case in cases}) == len(cases)


def test_given_matrices_and_correlations_are_possible(cases):
    for case in cases:
        chances = case.given_matrix.to_numpy()
        assert np.allclose(chances.sum(axis=1), 1)
        assert (chances >= 0).all()
        assert np.linalg.eigvalsh(case.given_correlations).min() > 0.2
        told = case.reported
        assert told["satisfied_of_left"] * told["left"] < told["satisfied"] < 1
        assert (1 - told["satisfied_of_left"]) * told["left"] < 1 - told["satisfied"]


def test_every_kind_of_measure_and_person_stands_once_and_claims_are_half_and_half(cases):
    for case in cases:
        assert sorted(CHECKS["10"].right(case).values()) == sorted(PULLS)
        assert sorted(CHECKS["10 people"].right(case).values()) == sorted(WHERE)
        assert sorted(CHECKS["10 testable"].right(case).values()) == ["no"] * 4 + ["yes"] * 4


def test_no_text_stands_for_two_things():
    for pools in (MEASURES, PERSONS):
        texts = [text for pool in pools.values() for text in pool]
        assert len(texts) == len(set(texts))
    assert set(CLAIMS.values()) == {"yes", "no"}
