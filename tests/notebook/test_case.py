"""A learner's own case: the same for the same id, another for another, and the grader's word before the notebook's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.case import Case, case

VARIABLES = ("RELMARK_STUDENT", "RELMARK_COURSE", "RELMARK_HIDDEN", "JUPYTERHUB_USER")


@pytest.fixture(autouse=True)
def _nobody_is_grading(monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def drawn(one: Case):
    return one.surveys["survey_id"].tolist()


def test_a_case_is_the_same_every_time_and_on_every_computer():
    assert drawn(case("04", student="zhang.wei")) == drawn(case(4, student="  ZHANG.WEI "))


def test_two_learners_share_few_rows():
    one, other = (set(drawn(case("04", student=name))) for name in ("zhang.wei", "li.na"))
    # 600 of about 7,400 each: 49 shared rows are expected, and 7 standard deviations are 46
    assert len(one & other) < 95


def test_another_course_name_draws_another_case():
    assert drawn(case("04", student="li.na", course="autumn")) != drawn(
        case("04", student="li.na", course="spring")
    )


def test_in_grading_the_name_on_the_folder_counts(monkeypatch):
    own = drawn(case("04", student="li.na", course="autumn"))
    monkeypatch.setenv("RELMARK_STUDENT", "li.na")
    monkeypatch.setenv("RELMARK_COURSE", "autumn")
    assert drawn(case("04", student="zhang.wei", course="spring")) == own


def test_on_a_hub_the_account_is_the_student(monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_USER", "li.na")
    assert case("04").student == "li.na"
    assert case("04", student="zhang.wei").student == "zhang.wei"


def test_unseen_inputs_follow_the_hidden_salt(monkeypatch):
    mine = case("04", student="li.na")
    practice = drawn(mine.unseen())
    monkeypatch.setenv("RELMARK_HIDDEN", "only the instructor knows")
    assert drawn(mine.unseen()) not in (practice, drawn(mine))


def test_changing_a_table_spoils_nothing():
    mine = case("04", student="li.na")
    table, programmes = mine.surveys, mine.programmes
    table["trust_1"] = 0
    programmes["product"]["cost"] = 0
    assert mine.surveys["trust_1"].min() >= 1
    assert mine.programmes["product"]["cost"] > 0


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=64).filter(lambda text: text.strip()))
def test_any_id_has_a_case(text):
    try:
        found = case("00", student=text)
    except CourseError as error:
        assert "student id" in str(error)  # noqa: PT017 - an id may be blank or too long once it is normalised
    else:
        assert found.student == found.student.strip()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            {"chapter": "04"},
            'Your case needs your student id: write it between the quotes of STUDENT_ID = "". '
            "If you learn without a class, any name will do.",
        ),
        ({"chapter": "04", "student": "   "}, "Your case needs your student id"),
        (
            {"chapter": "04", "student": 4711},
            'A student id is text between quotes; got int. Write STUDENT_ID = "4711".',
        ),
        ({"chapter": "04", "student": "x" * 65}, "A student id has at most 64 characters; this one has 65."),
        ({"chapter": "77", "student": "li.na"}, "There is no chapter '77'; the chapters are 00, "),
    ],
)
def test_a_wrong_id_or_chapter_is_told_in_a_sentence(arguments, sentence):
    with pytest.raises(CourseError) as told:
        case(**arguments)
    assert str(told.value).startswith(sentence)


def test_a_name_the_case_does_not_have_is_told_with_those_it_has():
    with pytest.raises(CourseError, match="This case has no 'survey'; it has surveys, orders,"):
        _ = case("04", student="li.na").survey


def test_a_case_can_stand_in_a_query_of_pandas():
    mine = case("04", student="li.na")
    customer = int(mine.orders["customer_id"].iloc[0])
    holder = Case("04", "li.na", {"customer": customer})
    found = mine.orders.query("customer_id == @holder.customer", local_dict={"holder": holder})
    assert set(found["customer_id"]) == {customer}


def test_a_case_shows_what_it_holds():
    shown = repr(case("04", student="li.na"))
    assert shown.splitlines()[:2] == ["Case of chapter 04 for li.na", "  case.surveys: table of 600 rows"]
    long = Case("04", "li.na", {"price": 5, "words": {"w1": "ten of them " * 10}})
    price, words = repr(long).splitlines()[1:]
    assert price == "  case.price: 5"
    assert words.startswith("  case.words: {'w1': 'ten of them ten")
    assert words.endswith(" …")
    assert len(words) <= len("  case.words: ") + 80
