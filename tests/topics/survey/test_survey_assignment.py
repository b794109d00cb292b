"""Cases of assignment 05: they differ, are clear, and each usual mistake leads elsewhere than to the right value."""

import pytest

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.case import case
from relmark_helpers.notebook.check import judge
from relmark_helpers.topics.survey.assignment import own_case, plan, right
from relmark_helpers.topics.survey.model import survey_mix

STUDENTS = ("li.na", "wang.fang", "zhang.wei", "chen.jie", "liu.yang", "sun.min")


@pytest.fixture(scope="module", params=STUDENTS)
def mine(request):
    return case("05", student=request.param)


def test_cases_differ_and_the_same_student_gets_the_same(mine):
    again = case("05", student=mine.student)
    assert again.answers.equals(mine.answers)
    assert again.people.equals(mine.people)
    assert not mine.unseen().people.equals(mine.people)


def test_the_two_quarters_hold_different_customers_and_a_clear_answer(mine):
    found = right.move(mine)
    assert min(abs(found["low"]), abs(found["high"])) > own_case.CLEAR
    assert (mine.answers["quarter"].value_counts() == own_case.QUARTER).all()


def test_the_item_that_does_not_belong_is_clear_and_is_not_the_turned_one(mine):
    totals = sorted(right.item_total(mine).values())
    assert totals[1] - totals[0] > 0.1
    assert right.drop(mine) != mine.turned
    found = right.alpha(mine)
    assert found["without"] > found["alpha"]


def test_a_plan_is_judged_by_the_first_thing_it_lacks(mine):
    shoppers = {"mystery_shopper": 5800, "combine": "follow_up"}
    rest = mine.budget - 5800 - 6200
    best = {"questionnaire": 6200, "telephone": 0, "in_home_interview": rest, "focus_group": 0} | shoppers
    says = {
        "": best,
        "The plan costs more": best | {"telephone": 10_000},
        "The shoppers of this plan": best | {"mystery_shopper": 1000},
        "A cause that troubles": best | {"in_home_interview": 0, "telephone": rest},
        "The error of this plan": best | {"questionnaire": 2000 + 15 * 20, "in_home_interview": 26_000},
        "The money is well spread": best | {"combine": "pool"},
    }
    for sentence, answer in says.items():
        assert judge(mine.tasks["9"], mine, "9", answer).says.startswith(sentence), sentence


def test_the_best_error_is_that_of_a_finer_search(mine):
    least = plan.best_error(mine)
    finer = []
    for telephone in range(0, mine.budget - 12_000, 2000):
        for interviews in range(0, mine.budget - 12_000 - telephone, 2000):
            letters = mine.budget - 5800 - telephone - interviews
            spending = {"questionnaire": letters, "telephone": telephone, "in_home_interview": interviews}
            mix = survey_mix(mine.people, spending, "follow_up")
            finer += [mix.error] if mix.heard >= plan.HEARD else []
    assert least == pytest.approx(min(finer), rel=0.03)


def test_amounts_that_are_no_money_are_told_in_a_sentence(mine):
    nothing = dict.fromkeys(("questionnaire", "telephone", "in_home_interview", "focus_group"), 0)
    nothing |= {"mystery_shopper": 0, "combine": "pool"}
    for change, sentence in (
        ({"telephone": -1}, "The amounts are 0 CNY or more"),
        ({"telephone": "6000"}, "At 'telephone': The answer is one number (CNY"),
        ({"combine": "sum"}, "At 'combine': The answer is one of 'pool', 'weight', 'follow_up'"),
    ):
        assert judge(mine.tasks["9"], mine, "9", nothing | change).says.startswith(sentence)
    assert judge(mine.tasks["9"], mine, "9", nothing).outcome == "mistake"


def test_an_unknown_student_id_is_refused():
    with pytest.raises(CourseError):
        case("05", student=" ")
