"""The ledger against the engine's own lots, and expiry against a second way of calculating."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.engine import simulate
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.store import load
from relmark_helpers.company.tables.club import points_ledger
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.membership import model

LEDGER = load("points_ledger")


def made(*entries):
    """A ledger of (customer, day, kind, points)."""
    rows = pd.DataFrame(entries, columns=["customer_id", "entered_on", "kind", "points"])
    return rows.assign(entry_id=range(1, len(rows) + 1), entered_on=pd.to_datetime(rows["entered_on"]))


def test_expiry_worked_out_from_earning_and_burning_is_what_the_company_booked():
    expired = LEDGER[LEDGER["kind"] == "expire"]
    booked = -expired.pivot_table(
        index="customer_id",
        columns=expired["entered_on"].dt.year,
        values="points",
        aggfunc="sum",
        fill_value=0,
    )
    due = model.expiry_due(LEDGER)
    assert (due[2022] == 0).all()
    for year in (2023, 2024):
        assert (due[year] == booked[year].reindex(due.index, fill_value=0)).all()


def test_open_lots_are_the_balances():
    lots = model.open_lots(LEDGER)
    assert (lots.sum(axis=1) == LEDGER.groupby("customer_id")["points"].sum()).all()
    assert (lots >= 0).all(axis=None)


@pytest.mark.parametrize("years", [1, 2, 3])
def test_open_lots_are_those_that_the_engine_keeps(years):
    run = simulate(policy=Policy(expiry_years=years), customers=600, months=36, seed=5, record="tables")
    columns = run.events["ledger"]
    month = pd.to_datetime("2022-01-01") + pd.to_timedelta(0, "D")
    days = [
        month + pd.DateOffset(months=int(m) - 1) + pd.Timedelta(days=int(d))
        for m, d in zip(columns["month"], columns["day"], strict=True)
    ]
    kinds = np.array(["earn", "burn", "expire", "adjust"])[columns["kind"]]
    ledger = pd.DataFrame(
        {
            "entry_id": np.arange(len(days)),
            "customer_id": columns["customer"] + 1,
            "entered_on": days,
            "kind": kinds,
            "points": columns["points"],
        }
    )
    lots = model.open_lots(ledger, years)
    kept = run.state.customers.lots[lots.index - 1]
    assert (lots.sum(axis=1).to_numpy() == kept.sum(axis=1)).all()
    late = ledger[(ledger["kind"] == "adjust") & (ledger["entered_on"] == "2024-12-31")]
    new_year = lots[2025] if 2025 in lots else pd.Series(0, index=lots.index)
    assert (new_year.to_numpy() == kept[:, 0]).all()
    assert late["points"].sum() == new_year.sum()


def test_the_account_closes_in_points_and_to_the_cent():
    years = model.roll_forward(LEDGER)
    moves = years[["earn", "adjust", "burn", "expire"]]
    assert (years["closing"] == years["opening"] + moves.sum(axis=1)).all()
    assert (years["opening"].iloc[1:].to_numpy() == years["closing"].iloc[:-1].to_numpy()).all()
    assert years["closing"].iloc[-1] == LEDGER["points"].sum()
    money = model.roll_forward(LEDGER, 0.02)
    cents = (100 * money).round().astype(int)
    assert (cents["closing"] == cents.drop(columns="closing").sum(axis=1)).all()


def test_by_hand_first_in_first_out():
    ledger = made(
        (7, "2022-05-01", "earn", 4000),
        (7, "2023-02-01", "earn", 3000),
        (7, "2023-06-01", "burn", -1500),
        (7, "2024-03-01", "burn", -500),
        (8, "2022-12-31", "adjust", 1000),
    )
    due = model.expiry_due(ledger)
    assert due.loc[7].tolist() == [0, 2500, 2500]
    assert due.loc[8].tolist() == [0, 0, 1000]  # entered after 2022 was closed: a point of 2023
    assert model.expiry_due(ledger, 1).loc[7].tolist() == [4000, 1500, 0]
    assert model.open_lots(ledger).loc[7].sum() == 0


def test_other_rules_agree_with_the_formula_where_nothing_is_refused():
    for years in (2, 3):
        rules = model.other_rules(LEDGER, years).set_index("year")
        assert rules["refused"].sum() == 0
        assert rules["expired"].tolist() == model.expiry_due(LEDGER, years).sum().tolist()
        assert rules["open"].iloc[-1] == model.open_lots(LEDGER, years).sum().sum()


def test_whatever_the_rule_every_point_goes_somewhere():
    for years in (1, 2, 3):
        for oldest in (True, False):
            rules = model.other_rules(LEDGER, years, oldest)
            out = rules["burned"].sum() + rules["expired"].sum() + rules["open"].iloc[-1]
            late = LEDGER[(LEDGER["kind"] == "adjust") & (LEDGER["entered_on"] == "2024-12-31")][
                "points"
            ].sum()
            assert rules["earned"].sum() + late == out


def test_taking_the_newest_first_lets_more_expire():
    oldest, newest = model.other_rules(LEDGER, 2), model.other_rules(LEDGER, 2, oldest_first=False)
    assert newest["expired"].sum() > oldest["expired"].sum()


def test_a_statement_adds_up_and_says_when():
    member = int(LEDGER["customer_id"].iloc[0])
    told = model.statement(LEDGER, member)
    assert told["points"].sum() == LEDGER.loc[LEDGER["customer_id"] == member, "points"].sum()
    assert set(told["expires"]) <= {"2025-12-31", "2026-12-31"}


def test_a_ledger_of_something_else_is_refused_in_a_sentence():
    with pytest.raises(CourseError, match="lacks the column 'points'"):
        model.expiry_due(LEDGER.drop(columns="points"))
    with pytest.raises(CourseError, match="1, 2 or 3 calendar years"):
        model.expiry_due(LEDGER, 4)
    with pytest.raises(CourseError, match="unknown kind: 'gift'"):
        model.roll_forward(made((1, "2022-01-01", "gift", 5)))
    with pytest.raises(CourseError, match="no entry of customer 99999"):
        model.statement(LEDGER, 99999)


def test_the_tables_of_the_company_are_the_engines_ledger():
    assert (
        points_ledger.__name__ == "points_ledger"
    )  # the table that the engine writes is the one that is read
    run = simulate(record="tables")
    assert len(run.events["ledger"]["points"]) == len(LEDGER)
    assert run.events["ledger"]["points"].sum() == LEDGER["points"].sum()
