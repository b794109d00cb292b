"""Cases of assignment 11: one's own, solvable, and without a mistake that happens to be right."""

import numpy as np
import pytest

import relmark_helpers as rm
from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import judge
from relmark_helpers.topics.membership.assignment import CHECKS, own_case, plan, right
from relmark_helpers.topics.membership.assignment.statements import (
    BENEFITS,
    BONDS,
    CLAIMS,
    PROGRAMMES,
    TRADES,
)
from relmark_helpers.topics.membership.model.progress import two_cards

STUDENTS = [f"student-{number}" for number in range(10)]


@pytest.fixture(scope="module")
def cases():
    return [rm.case("11", student=student) for student in STUDENTS]


def test_a_case_holds_fifteen_hundred_customers_and_only_what_is_theirs(cases):
    for case in cases:
        mine = set(case.customers["customer_id"])
        assert len(mine) == len(case.customers) == len(case.worlds) == 1500
        for table in (case.orders, case.memberships, case.ledger):
            assert set(table["customer_id"]) <= mine
        assert set(case.ledger["kind"]) == {"earn", "burn", "adjust"}
        late = (case.ledger["kind"] == "adjust") & (case.ledger["entered_on"].dt.strftime("%m-%d") == "12-31")
        assert not late.any()


def test_cases_differ_between_learners(cases):
    assert len({tuple(case.customers["customer_id"]) for case in cases}) == len(cases)
    assert len({tuple(case.benefits.values()) for case in cases}) == len(cases)


def test_expiry_by_the_table_and_by_the_function_of_task_1_agree(cases):
    case = cases[0]
    wanted = right.expired(case)
    entries = case.ledger
    year = entries["entered_on"].dt.year
    for member in wanted.index[:60]:
        mine = entries["customer_id"] == member
        plus = [
            entries.loc[mine & (year == y) & (entries["points"] > 0), "points"].sum() for y in right.YEARS
        ]
        minus = [
            -entries.loc[mine & (year == y) & (entries["points"] < 0), "points"].sum() for y in right.YEARS
        ]
        assert right.expiry(plus, minus, 2) == wanted.loc[member, "at_end_2024"]
        assert right.expiry(plus[:2], minus[:2], 2) == wanted.loc[member, "at_end_2023"]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda e, b, y: max(0, e[len(e) - y] - b[-1]) if len(e) >= y else 0,
        lambda e, b, y: max(0, e[len(e) - y] - sum(b)) if len(e) >= y else 0,
        lambda e, b, y: max(0, e[-y] - sum(b[-y:])) if len(e) >= y else 0,
        lambda e, b, y: right.expiry(e, b, min(y, 2)),
        lambda e, b, y: 0,
    ],
)
def test_the_check_of_expiry_tells_functions_without_an_order(cases, wrong):
    assert judge(CHECKS["1"], cases[0], "1", wrong).outcome in ("wrong", "mistake")


def test_every_usual_interval_of_two_cards_passes_and_no_other():
    rng = np.random.default_rng(11)
    for _ in range(40):
        told = own_case._cards(rng)
        n0, x0, n1, x1 = (told[k] for k in ("plain", "done_plain", "head_start", "done_head_start"))
        middle, half = x1 / n1 - x0 / n0, 1.96 * (x0 * (n0 - x0) / n0**3 + x1 * (n1 - x1) / n1**3) ** 0.5
        corrected = half + (1 / n0 + 1 / n1) / 2
        newcombe = two_cards(x0, n0, x1, n1)
        case = Case("11", "li.na", {"cards": told})
        usual = [(middle - h, middle + h) for h in (half, corrected, half * 2 / 1.96)]
        for low, high in [*usual, (newcombe["low"], newcombe["high"])]:
            given = {"low": round(low, 3), "high": round(high, 3)}
            assert judge(CHECKS["6 interval"], case, "6 interval", given).outcome == "right"
        for z in (1, 1.645, 2.576):
            given = {"low": middle - half * z / 1.96, "high": middle + half * z / 1.96}
            assert judge(CHECKS["6 interval"], case, "6 interval", given).outcome != "right"


def test_a_lever_of_a_programme_is_no_text_and_years_are_whole(cases):
    good = plan.best(cases[0])
    for lever in ({"give_back": "0.02"}, {"expiry_years": 2.7}, {"social": True}, {"tiers": 1}):
        assert judge(CHECKS["9"], cases[0], "9", {**good, **lever}).outcome == "kind"


def test_every_account_closes(cases):
    for case in cases:
        found = right.account(case)
        assert np.allclose(found["closing"], found.drop(columns="closing").sum(axis=1), atol=0.011)
        assert (found["closing"] > 0).all()


def test_the_best_programme_of_every_case_lacks_nothing_and_the_cheapest_does(cases):
    cheapest = {"give_back": 0.01, "tiers": "none", "expiry_years": 2, "social": 0.0, "structural": 0.0}
    for case in cases[:5]:
        assert plan.complaint(plan.best(case), case) == ""
        assert plan.complaint(cheapest, case).startswith("Another programme")
        assert plan.share_of_best(cheapest, case, plan.UNSEEN) < plan.NEAR


def test_texts_stand_once_and_for_one_thing(cases):
    for pools in (BENEFITS, PROGRAMMES):
        texts = [text for pool in pools.values() for text in pool]
        assert len(texts) == len(set(texts))
    assert set(CLAIMS.values()) == {"yes", "no"}
    for case in cases:
        assert sorted(right.bonds(case).values()) == sorted(2 * BONDS)
        assert sorted(right.trades(case).values()) == sorted(TRADES)
        assert sorted(right.testable(case).values()) == ["no"] * 3 + ["yes"] * 3
