"""The calibration report against plain pandas, and against what was published."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from company_figures import not_again, scores
from typer.testing import CliRunner

from relmark_helpers.cli import app
from relmark_helpers.company.build import build
from relmark_helpers.company.describe import FIGURES, describe

Tables = dict[str, pd.DataFrame]
runner = CliRunner()


@pytest.fixture(scope="module")
def report() -> pd.DataFrame:
    return describe()


def value(report: pd.DataFrame, begins: str) -> float:
    found = report[report["figure"].str.startswith(begins)]
    assert len(found) == 1
    return float(found["value"].iloc[0])


def test_every_published_range_is_kept(report: pd.DataFrame) -> None:
    judged = report[report["published"] != ""]
    assert len(judged) == 7
    assert judged["inside"].all(), judged[["figure", "shown", "published"]]


def test_no_figure_is_missing_of_three_years(report: pd.DataFrame) -> None:
    assert report["value"].notna().all()
    assert len(report) == len(FIGURES)


def spent(tables: Tables, year: int) -> pd.Series:
    """What each buyer of a year spent, the greatest first."""
    orders = tables["orders"][tables["orders"]["ordered_on"].dt.year == year]
    paid = tables["order_lines"].groupby("order_id")["price_paid"].sum()
    return orders["order_id"].map(paid).groupby(orders["customer_id"]).sum().sort_values(ascending=False)


def test_figures_are_those_of_plain_counting(report: pd.DataFrame, committed: Tables) -> None:
    orders, surveys = committed["orders"], committed["surveys"]
    by_customer = orders[orders["ordered_on"].dt.year == 2024]["customer_id"].value_counts()
    top = by_customer.iloc[: len(by_customer) // 5].sum() / by_customer.sum()
    assert value(report, "orders of the last year by the top") == pytest.approx(top, abs=1e-9)
    last, before = spent(committed, 2024), spent(committed, 2023)
    heavy = last.iloc[: len(last) // 5]
    assert value(report, "spending of the last year") == pytest.approx(heavy.sum() / last.sum(), abs=1e-6)
    stay = before.iloc[: len(before) // 5].index.isin(heavy.index).mean()
    assert value(report, "of the top fifth") == pytest.approx(stay, abs=0.002)
    assert value(report, "buyers of the year before last") == pytest.approx(not_again(committed, 2023))
    nps = surveys["nps"].dropna()
    assert value(report, "net promoter") == pytest.approx(100 * ((nps >= 9).mean() - (nps <= 6).mean()))
    trouble = surveys[surveys["problem"] != "none"]
    assert value(report, "answers that tell") == pytest.approx(len(trouble) / len(surveys))
    complained = trouble["order_id"].isin(committed["complaints"]["order_id"]).mean()
    assert value(report, "of these, with a complaint") == pytest.approx(complained)
    ledger = committed["points_ledger"].groupby("kind", observed=True)["points"].sum()
    assert value(report, "points burned") == pytest.approx(-ledger["burn"] / ledger["earn"])


def test_the_satisfied_who_are_gone_are_those_of_plain_counting(
    report: pd.DataFrame, committed: Tables
) -> None:
    surveys, orders = committed["surveys"], committed["orders"]
    satisfied = surveys[scores(surveys)["overall_satisfaction"].ge(5)]
    satisfied = satisfied[satisfied["answered_on"] < "2023-01-15"]
    later = satisfied[["survey_id", "customer_id", "answered_on"]].merge(
        orders[["customer_id", "ordered_on"]]
    )
    after = later["answered_on"] + pd.DateOffset(months=12)
    until = later["answered_on"] + pd.DateOffset(months=24)
    back = later[(later["ordered_on"] > after) & (later["ordered_on"] <= until)]
    gone = 1 - satisfied["survey_id"].isin(back["survey_id"]).mean()
    assert value(report, "satisfied in the year before last") == pytest.approx(gone, abs=0.01)


def test_a_short_company_leaves_out_what_it_is_too_short_for(tmp_path: Path) -> None:
    build(tmp_path / "short", customers=150, months=7)
    report = describe(tmp_path / "short")
    assert value(report, "customers who ever were") >= 150
    assert report["value"].isna().sum() >= 6
    assert (report["shown"] == "").sum() == report["value"].isna().sum()


def test_the_command_prints_the_report_and_gives_it_as_json(report: pd.DataFrame) -> None:
    said = runner.invoke(app, ["company", "describe", "--json"])
    assert said.exit_code == 0
    figures = json.loads(said.stdout)["figures"]
    assert [each["figure"] for each in figures] == report["figure"].tolist()
    assert figures[0]["value"] == report["value"][0]
    printed = runner.invoke(app, ["company", "describe"])
    assert printed.exit_code == 0
    assert "net promoter score" in printed.stdout


def test_a_folder_that_is_no_company_gets_one_sentence(tmp_path: Path) -> None:
    said = runner.invoke(app, ["company", "describe", str(tmp_path)])
    assert said.exit_code == 1
