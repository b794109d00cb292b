"""The explorers of chapter 00 over the corners of their levers, and their sentences against the tables."""

import re
from itertools import product

import pytest

import relmark_helpers as rm
from relmark_helpers.topics.start.selfcheck import QUESTIONS


@pytest.mark.parametrize(("branch", "months"), list(product([0, 1, 12], [1, 12])))
def test_orders_are_drawn_and_said_as_the_table_has_them(branch, months):
    view = rm.start.explore_orders.view(branch=branch, months=months)
    orders = rm.load("orders")
    here = orders[orders["branch_id"] == branch] if branch else orders
    by_month = here.groupby(here["ordered_on"].dt.strftime("%Y-%m")).size()
    assert (
        f"from {by_month.min():,} to {by_month.max():,} orders a month, the most in {by_month.idxmax()}."
        in view.says
    )
    dots, line = view.figure.axes[0].lines
    assert list(dots.get_ydata()) == by_month.tolist()
    means = by_month.rolling(months).mean()
    assert line.get_ydata()[months - 1 :] == pytest.approx(means.dropna().to_numpy())
    assert (f"The mean of 12 months runs from {means.min():,.0f} to {means.max():,.0f}." in view.says) == (
        months == 12
    )
    assert view.table["orders"].tolist() == by_month.tolist()


def test_every_branch_of_the_table_can_be_chosen_by_its_name():
    branches = rm.load("branches").set_index("branch_id")
    options = rm.start.explore_orders.levers["branch"].options
    assert list(options) == [0, *branches.index]
    for number, branch in branches.iterrows():
        assert branch["city_en"] in options[number]
        assert branch["city_zh"] in options[number]


@pytest.mark.parametrize(
    ("birth", "branch", "joined"),
    list(product(["none", "decade", "year"], [False, True], ["none", "year", "month"])),
)
def test_recognition_says_what_it_draws_and_adds_up(birth, branch, joined):
    view = rm.start.explore_recognition.view(birth=birth, branch=branch, joined=joined)
    widths = [bar.get_width() for bar in view.figure.axes[0].patches]
    assert sum(widths) == pytest.approx(1)
    alone, everybody = (
        int(number.replace(",", ""))
        for number in re.search(r"([\d,]+) of ([\d,]+) customers", view.says).groups()
    )
    assert everybody == len(rm.load("customers"))
    assert widths[0] == pytest.approx(alone / everybody)
    assert ("k = 1." in view.says) == (alone > 0)


def test_knowing_nothing_and_knowing_all_are_the_two_extremes():
    nothing = rm.start.explore_recognition.view(birth="none", branch=False, joined="none")
    everybody = f"{len(rm.load('customers')):,}"
    assert nothing.says.startswith(f"Known: nothing. 0 of {everybody} customers (0.0%) are alone")
    assert f"k = {everybody}" in nothing.says
    everything = rm.start.explore_recognition.view(birth="year", branch=True, joined="month")
    assert everything.says.startswith("Known: the year of birth, the branch, the month of joining.")
    # the chapter says: most of them
    assert everything.table["share"].iloc[0] > 0.8


def test_what_the_chapter_says_without_numbers_holds_in_the_data():
    choices = rm.start.model.recognition_table(rm.load("customers"))
    one_field = choices[[row in {("year", False, "none"), ("none", True, "none"), ("none", False, "month")}
                         for row in zip(choices["birth"], choices["branch"], choices["joined"], strict=True)]]  # fmt: skip
    assert (one_field["alone"] < 0.01).all()
    assert (choices["k"] == 1).mean() > 0.5
    decade_and_branch = rm.start.explore_recognition.view(birth="decade", branch=True, joined="none")
    assert "k = 1." in decade_and_branch.says
    customers = rm.load("customers")
    alone = customers[rm.start.model.crowd_sizes(customers, "decade", True, "none") == 1]
    assert alone["birth_year"].max() < customers["birth_year"].quantile(0.05)


def test_the_self_check_asks_for_every_outcome():
    assert {question.outcome for question in QUESTIONS} == {"0.1", "0.2", "0.3", "0.4"}
