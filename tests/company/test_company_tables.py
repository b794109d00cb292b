from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmark_helpers.company.engine import months, simulate
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.tables import tables
from relmark_helpers.company.tables.sales import customers
from relmark_helpers.company.wording.survey import ITEMS

Tables = dict[str, pd.DataFrame]


def check_schema(made: Tables) -> None:
    """Columns, types, ranges, allowed values and keys, as the schema says."""
    assert list(made) == list(TABLES)
    for name, table in TABLES.items():
        frame = made[name]
        assert list(frame.columns) == [each.name for each in table.columns]
        assert not frame.duplicated(list(table.primary_key)).any(), name
        for column in table.columns:
            values = frame[column.name]
            assert column.required <= values.notna().all(), (name, column.name)
            assert column.low is None or not (values < column.low).any(), (name, column.name)
            assert column.high is None or not (values > column.high).any(), (name, column.name)
        for column, other in table.foreign_keys.items():
            assert frame[column].dropna().isin(made[other][TABLES[other].primary_key[0]]).all(), (
                name,
                column,
            )


def check_causality(made: Tables) -> None:
    """Nothing before what it follows from."""
    orders = made["orders"].merge(made["customers"], on="customer_id").merge(
        made["branches"], left_on="branch_id_x", right_on="branch_id"
    )  # fmt: skip
    assert (orders["ordered_on"] >= orders["joined"]).all()
    assert (orders["ordered_on"] >= orders["opened"]).all()
    assert (orders["joined"] >= orders["opened"]).all()
    invitations = made["survey_invitations"].merge(made["orders"], on="order_id")
    assert (invitations["customer_id_x"] == invitations["customer_id_y"]).all()
    assert (invitations["invited_on"] >= invitations["ordered_on"]).all()
    surveys = made["surveys"].merge(made["survey_invitations"], on="invitation_id")
    assert surveys["answered"].all()
    assert len(surveys) == made["survey_invitations"]["answered"].sum()
    assert (surveys["order_id_x"] == surveys["order_id_y"]).all()
    assert (surveys["answered_on"] >= surveys["invited_on"]).all()
    sent = made["customers"].merge(made["customers"], left_on="referred_by", right_on="customer_id")
    assert (sent["joined_x"] > sent["joined_y"]).all()
    bought = made["orders"].set_index("order_id")[["customer_id", "ordered_on"]]
    for name, day in (
        ("complaints", "opened"),
        ("points_ledger", "entered_on"),
        ("contacts", "contacted_on"),
    ):
        events = (
            made[name]
            .dropna(subset="order_id")
            .merge(bought, left_on="order_id", right_index=True, suffixes=("", "_of_order"))
        )
        assert (events["customer_id"] == events["customer_id_of_order"]).all(), name
        before = (events["phase"] == "before") if name == "contacts" else events[day].isna()
        assert (events.loc[~before, day] >= events.loc[~before, "ordered_on"]).all(), name
        assert (events.loc[before, day] <= events.loc[before, "ordered_on"]).all(), name
    complaints = made["complaints"]
    assert (complaints["first_answer"] >= complaints["opened"]).all()
    assert (complaints["closed"] > complaints["opened"]).all()
    club = made["memberships"].groupby("customer_id")
    assert (club["event"].first() == "joined").all()
    assert (club["event"].apply(lambda events: (events == "joined").sum()) == 1).all()
    earned = made["points_ledger"].merge(club["since"].first(), on="customer_id", how="left")
    assert (earned["entered_on"] >= earned["since"]).all()


def test_the_committed_tables_are_as_described(committed: Tables) -> None:
    check_schema(committed)
    check_causality(committed)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**9), customers=st.integers(100, 500), span=st.integers(6, 14))
def test_tables_of_any_company_are_as_described(seed: int, customers: int, span: int) -> None:
    made = tables(months(customers=customers, months=span, seed=seed))
    check_schema(made)
    check_causality(made)
    assert len(made["customers"]) >= customers


def test_invitations_ask_about_the_latest_order(committed: Tables) -> None:
    asked = committed["survey_invitations"].sample(400, random_state=1)
    orders = committed["orders"]
    together = asked.merge(orders[["customer_id", "order_id", "ordered_on"]], on="customer_id")
    before = together[together["ordered_on"] <= together["invited_on"]]
    latest = before.groupby("invitation_id")["order_id_y"].max()
    assert latest.to_dict() == asked.set_index("invitation_id")["order_id"].to_dict()
    quarter = asked.merge(orders[["order_id", "ordered_on"]], on="order_id")
    assert (quarter["ordered_on"].dt.to_period("Q") == quarter["invited_on"].dt.to_period("Q")).all()


def test_money_adds_up(large_tables: Tables) -> None:
    lines = large_tables["order_lines"].merge(large_tables["products"], on="product_id")
    assert np.allclose(
        lines["price_paid"] + lines["discount"], lines["quantity"] * lines["list_price"], atol=0.001
    )
    months = large_tables["branch_months"]
    by_branch = (
        large_tables["order_lines"]
        .merge(large_tables["orders"], on="order_id")
        .assign(month=lambda rows: rows["ordered_on"].dt.to_period("M").dt.to_timestamp())
        .groupby(["branch_id", "month"])["price_paid"]
        .sum()
    )
    assert np.allclose(
        months.set_index(["branch_id", "month"])["revenue"].sort_index(), by_branch, atol=0.005
    )
    costs = months.filter(like="_cost").sum(axis=1)
    assert np.allclose(months["profit"], months["revenue"] - costs, atol=0.005)
    spent = large_tables["acquisition_costs"].groupby("month")["spending"].sum()
    assert np.allclose(months.groupby("month")["acquisition_cost"].sum(), spent, atol=0.005)
    assert (lines["unit_cost"] < lines["list_price"]).all()
    assert 0.02 < lines["discount"].sum() / lines["price_paid"].sum() < 0.06


def test_lines_are_numbered_from_one(large_tables: Tables) -> None:
    numbers = large_tables["order_lines"].groupby("order_id")["line_number"].agg(["min", "max", "count"])
    assert set(numbers.index) == set(large_tables["orders"]["order_id"])
    assert (numbers["min"] == 1).all()
    assert (numbers["max"] == numbers["count"]).all()


def test_only_the_two_reversed_items_run_the_other_way(committed: Tables) -> None:
    surveys = committed["surveys"].astype({name: "Float64" for name in ITEMS})
    against = {
        name
        for name in ITEMS
        if name.endswith("_3") and surveys[name].corr(surveys[name.removesuffix("3") + "1"]) < 0
    }
    assert against == {"expectations_congruency_3", "trust_3"}
    assert {name for name, item in ITEMS.items() if item.reversed} == against


def test_two_branches_have_no_rival(committed: Tables) -> None:
    assert (committed["branches"]["rivals_nearby"] == 0).sum() == 2


def test_the_crm_has_seven_segments_in_ten_right() -> None:
    state = simulate(customers=20_000, months=6, seed=3).state
    believed = customers(state)["crm_segment"].cat.codes.to_numpy()
    assert (believed == state.customers.segment[: state.count]).mean() == pytest.approx(0.70, abs=0.01)
