"""What customers say and do, against loops and textbook formulae."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.satisfaction.model import behaviour, measurement


def test_buying_again_is_what_a_loop_over_customers_finds():
    surveys, orders = load("surveys").sample(400, random_state=5), load("orders")
    found = behaviour.bought_again(surveys, orders, days=90)
    last = orders["ordered_on"].max()
    by_customer = orders.groupby("customer_id")["ordered_on"].apply(list)
    for row in surveys.itertuples():
        if (last - row.answered_on).days < 90:
            assert found[row.Index] is pd.NA
        else:
            assert found[row.Index] == any(
                0 < (day - row.answered_on).days <= 90 for day in by_customer[row.customer_id]
            )


def test_predictors_are_the_two_cause_formula_of_correlations():
    table = measurement.construct_scores(load("surveys"), ["overall_satisfaction", "trust"])
    table["said"] = load("surveys")["loyalty_repurchase"].astype("Float64")
    found = behaviour.predictors(table, "said").set_index("cause")["estimate"]
    r = table.astype("float64").dropna().corr()
    s, t, between = r.loc["said", "overall_satisfaction"], r.loc["said", "trust"], r.iloc[0, 1]
    assert found["overall_satisfaction"] == pytest.approx((s - t * between) / (1 - between**2), abs=1e-9)
    assert found["trust"] == pytest.approx((t - s * between) / (1 - between**2), abs=1e-9)


def test_wilson_intervals_are_the_textbook_formula():
    yes = pd.Series([True] * 81 + [False] * 182)
    row = behaviour.share_by_group(yes, pd.Series(["all"] * 263)).iloc[0]
    p, n, z = 81 / 263, 263, 1.959964
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    reach = z / (1 + z**2 / n) * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    assert (row["low"], row["high"]) == pytest.approx((middle - reach, middle + reach), abs=1e-6)


def test_the_ladder_begins_where_expectation_is_met():
    steps = behaviour.satisfaction_steps(pd.Series([1.0, 3.99, 4.0, 5.49, 5.5, 7.0, np.nan]))
    assert steps.tolist()[:6] == [
        *["disappointed"] * 2,
        *["basically satisfied"] * 2,
        *["truly satisfied"] * 2,
    ]
    assert steps.isna().tolist() == [False] * 6 + [True]


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            lambda: behaviour.bought_again(load("orders"), load("orders")),
            "The survey table lacks the column 'answered_on'",
        ),
        (
            lambda: behaviour.bought_again(load("surveys"), load("orders"), days=0),
            "The window, in days, is 1 or more; got 0.",
        ),
        (
            lambda: behaviour.bought_again(load("surveys"), load("orders").head(0)),
            "The table of orders is empty;",
        ),
        (
            lambda: behaviour.bought_again("surveys", load("orders")),
            "The survey table must be a DataFrame; got str.",
        ),
        (
            lambda: behaviour.predictors(load("surveys"), "nps", ["price"]),
            "The table lacks the column 'price'",
        ),
        (
            lambda: behaviour.predictors(load("surveys").head(9), "nps", ["csat"]),
            "The comparison needs at least 30",
        ),
        (
            lambda: behaviour.share_by_group(pd.Series([None]), pd.Series(["a"])),
            "No row has both an answer and a group",
        ),
        (
            lambda: behaviour.share_by_group([True], ["a"]),
            "What is counted and its groups must be two Series",
        ),
        (
            lambda: behaviour.satisfaction_steps([4.0]),
            "The scores of expectations congruency must be a Series of numbers",
        ),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)
