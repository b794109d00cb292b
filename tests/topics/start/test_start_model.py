"""The models of chapter 00 against counts made another way: SQL, plain loops, and tables small enough to see."""

from collections import Counter
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import relmark_helpers as rm
from relmark_helpers.topics.start import model

PEOPLE = pd.DataFrame(
    {
        "birth_year": [1979, 1980, 1980, 1989, 1990],
        "branch_id": [1, 1, 2, 2, 2],
        "joined": pd.to_datetime(["2019-12-31", "2020-01-01", "2020-01-31", "2020-02-01", "2020-02-29"]),
    }
)


def look(row, birth, branch, joined):
    """What somebody sees of a customer, cut out of the written date and year."""
    year, day = str(row.birth_year), row.joined.isoformat()
    seen = {"none": "", "decade": year[:3], "year": year}[birth]
    return seen, row.branch_id if branch else 0, {"none": "", "year": day[:4], "month": day[:7]}[joined]


@pytest.mark.parametrize(
    ("birth", "branch", "joined", "sizes"),
    [
        ("none", False, "none", [5, 5, 5, 5, 5]),
        ("decade", False, "none", [1, 3, 3, 3, 1]),
        ("year", False, "none", [1, 2, 2, 1, 1]),
        ("none", True, "none", [2, 2, 3, 3, 3]),
        ("none", False, "year", [1, 4, 4, 4, 4]),
        ("none", False, "month", [1, 2, 2, 2, 2]),
        ("decade", True, "year", [1, 1, 2, 2, 1]),
    ],
)
def test_crowds_that_can_be_counted_by_eye(birth, branch, joined, sizes):
    assert model.crowd_sizes(PEOPLE, birth, branch, joined).tolist() == sizes


@pytest.mark.parametrize(
    ("birth", "branch", "joined"), list(product(model.BIRTH, (False, True), model.JOINED))
)
def test_crowds_of_the_company_are_those_of_a_plain_count(birth, branch, joined):
    customers = rm.load("customers")
    looks = [look(row, birth, branch, joined) for row in customers.itertuples()]
    counted = Counter(looks)
    assert model.crowd_sizes(customers, birth, branch, joined).tolist() == [counted[each] for each in looks]


def test_the_eighteen_choices_agree_with_sql_and_the_safest_comes_first():
    table = model.recognition_table(rm.load("customers"))
    births = {"none": "0", "decade": "birth_year // 10", "year": "birth_year"}
    dates = {"none": "0", "year": "year(joined)", "month": "strftime(joined, '%Y-%m')"}
    company = rm.connect()
    assert len(table) == 18
    for row in table.itertuples():
        looks = (
            f"{births[row.birth]} AS a, {'branch_id' if row.branch else '0'} AS b, {dates[row.joined]} AS c"
        )
        crowds = f"SELECT count(*) AS n FROM (SELECT {looks} FROM customers) GROUP BY a, b, c"
        found = (
            company.sql(f"""
            SELECT coalesce(sum(n) FILTER (n = 1), 0) AS alone, min(n) AS k, sum(n) AS everybody FROM ({crowds})
        """)
            .df()
            .iloc[0]
        )
        assert row.k == found["k"]
        assert row.alone == pytest.approx(found["alone"] / found["everybody"])
    assert table["k"].is_monotonic_decreasing
    assert table["alone"].is_monotonic_increasing


@given(st.lists(st.integers(1, 40), min_size=1, max_size=200))
def test_every_customer_is_in_one_crowd_and_no_other(sizes):
    table = model.crowds(pd.Series(sizes))
    bounds = [sum(s == 1 for s in sizes), sum(2 <= s <= 4 for s in sizes), sum(5 <= s <= 19 for s in sizes)]
    assert table["customers"].tolist() == [*bounds, len(sizes) - sum(bounds)]
    assert table["share"].sum() == pytest.approx(1)


def test_months_are_those_of_sql_for_every_branch():
    orders = rm.load("orders")
    query = "SELECT strftime(ordered_on, '%Y-%m') AS month, count(*) AS n FROM orders {} GROUP BY month ORDER BY month"
    company = rm.connect()
    for branch in [None, *rm.load("branches")["branch_id"]]:
        found = company.sql(query.format(f"WHERE branch_id = {branch}" if branch else "")).df()
        counted = model.monthly_orders(orders, branch)
        counted = counted[counted["orders"] > 0]
        assert counted["month"].tolist() == found["month"].tolist()
        assert counted["orders"].tolist() == found["n"].tolist()


def test_months_without_an_order_are_there_before_and_between():
    days = pd.to_datetime(["2022-11-30", "2022-12-01", "2022-12-31", "2023-02-01"])
    counted = model.monthly_orders(pd.DataFrame({"branch_id": [1, 2, 2, 2], "ordered_on": days}), 2)
    assert counted["month"].tolist() == ["2022-11", "2022-12", "2023-01", "2023-02"]
    assert counted["orders"].tolist() == [0, 2, 0, 1]


@given(st.lists(st.integers(0, 500), min_size=1, max_size=40), st.data())
def test_a_moving_mean_is_the_mean_of_the_last_months(values, data):
    months = data.draw(st.integers(1, len(values)))
    found = model.moving_mean(pd.Series(values), months).tolist()
    assert np.isnan(found[: months - 1]).all()
    slices = [values[end - months : end] for end in range(months, len(values) + 1)]
    assert found[months - 1 :] == pytest.approx([sum(each) / months for each in slices])


def test_a_year_long_mean_takes_a_yearly_season_out():
    season = [100, 80, 90, 95, 100, 140, 100, 90, 90, 100, 130, 90] * 3
    means = model.moving_mean(pd.Series(season), 12).dropna()
    assert means.tolist() == pytest.approx([sum(season[:12]) / 12] * 25)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: model.crowd_sizes(PEOPLE, birth="day"), "birth is one of none, decade, year; got 'day'"),
        (lambda: model.crowd_sizes(PEOPLE, joined="decade"), "joined is one of none, year, month"),
        (lambda: model.crowd_sizes(PEOPLE.head(0)), "The table of customers is empty"),
        (
            lambda: model.moving_mean(pd.Series([1, 2]), 3),
            "The number of months in a mean goes from 1 to 2; got 3",
        ),
        (lambda: model.moving_mean(pd.Series([1, 2]), 0), "got 0"),
        (lambda: model.monthly_orders(rm.load("orders").head(0)), "The table of orders is empty"),
        (lambda: model.monthly_orders(rm.load("orders"), 99), "There is no order of branch 99"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence(call, sentence):
    with pytest.raises(rm.CourseError, match=sentence.replace("(", r"\(")):
        call()


def test_of_the_two_branches_of_the_chapter_lishui_grows_and_nantong_does_not():
    orders = rm.load("orders")
    city = orders["branch_id"].map(rm.load("branches").set_index("branch_id")["city_en"])
    monthly = orders.groupby([orders["ordered_on"].dt.to_period("M"), city]).size().unstack()
    year = monthly.rolling(12).mean().dropna()
    assert year["Lishui"].iloc[-1] > 1.1 * year["Lishui"].iloc[0]
    assert year["Nantong"].iloc[-1] < year["Nantong"].iloc[0]
