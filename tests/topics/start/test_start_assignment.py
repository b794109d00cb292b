"""Cases of assignment 00: one's own, solvable, and without a mistake that happens to be right."""

import pytest

import relmark_helpers as rm
from relmark_helpers.topics.start.assignment import CHECKS
from relmark_helpers.topics.start.assignment.situations import IN_THE_SHOP, ON_THE_PORTAL, SKILLS

STUDENTS = [f"student-{number}" for number in range(60)]


@pytest.fixture(scope="module")
def cases():
    return [rm.case("00", student=student) for student in STUDENTS]


def test_a_case_holds_customers_of_one_branch_and_only_their_orders_of_one_year(cases):
    customers = rm.load("customers").set_index("customer_id")
    for case in cases:
        assert case.customers["customer_id"].is_unique
        assert (customers.loc[case.customers["customer_id"], "branch_id"] == case.branch).all()
        assert set(case.orders["customer_id"]) <= set(case.customers["customer_id"])
        assert set(case.orders["ordered_on"].dt.year) == {case.year}
    every_order = rm.load("orders")
    first = cases[0]
    theirs = every_order[every_order["customer_id"].isin(first.customers["customer_id"])]
    assert len(first.orders) == (theirs["ordered_on"].dt.year == first.year).sum()


def test_cases_differ_between_learners(cases):
    assert len({tuple(case.customers["customer_id"]) for case in cases}) == len(cases)
    assert len({(case.branch, case.months) for case in cases}) > 20
    assert len({tuple(case.situations.values()) for case in cases}) > 40


def test_three_situations_of_three_skills_with_one_of_each_trade(cases):
    skill_of = {text: skill for pool in (IN_THE_SHOP, ON_THE_PORTAL) for skill, text in pool.items()}
    for case in cases:
        texts = list(case.situations.values())
        assert len({skill_of[text] for text in texts}) == 3
        assert 1 <= sum(text in ON_THE_PORTAL.values() for text in texts) <= 2
    assert set(IN_THE_SHOP) == set(ON_THE_PORTAL) == set(SKILLS)


def test_right_answers_are_those_of_plain_counting(cases):
    for case in cases:
        stock = case.stock
        ordered = set(case.orders["customer_id"])
        agreed = {row.customer_id for row in case.customers.itertuples() if row.consent}
        looks = [(str(row.birth_year)[:3], str(row.joined)[:4]) for row in case.customers.itertuples()]
        counted = rm.connect().sql(
            f"SELECT count(*) AS n FROM orders WHERE branch_id = {case.branch} "
            "GROUP BY date_trunc('month', ordered_on) ORDER BY date_trunc('month', ordered_on)"
        )
        months = counted.df()["n"].tolist()
        means = [sum(months[end - case.months : end]) / case.months for end in range(case.months, 37)]
        expected = {
            "1": stock["fridges"] - stock["sold"],
            "2": max(means),
            "3": len(ordered),
            "3 consent": len(ordered & agreed),
            "4": sum(looks.count(each) == 1 for each in looks),
        }
        for task, value in expected.items():
            assert CHECKS[task].right(case) == pytest.approx(value), (case.student, task)


def test_stock_never_runs_out_and_somebody_is_always_alone(cases):
    for case in cases:
        assert case.stock["fridges"] > (case.stock["times"] + 1) * case.stock["sold"]
        assert 2 <= CHECKS["4"].right(case) < len(case.customers)
        assert CHECKS["3"].right(case) < len(case.customers)
