"""The queries of ``queries.sql``: the same answers from every format and from ibis, and the right ones."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import ibis
import numpy as np
import pandas as pd
import pytest
from ibis_queries import QUERIES
from sql_queries import SQL, answer, company, same

from relmark_helpers.company import database
from relmark_helpers.company.store import connect, load
from relmark_helpers.company.tables.crm_export import crm_truth


def table(name: str) -> pd.DataFrame:
    return load(name, company=company("csv"))


def test_every_query_is_there_twice() -> None:
    assert list(SQL) == list(QUERIES)
    assert len(SQL) >= 12


@pytest.mark.parametrize("name", SQL)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_every_format_gives_the_same_answer(name: str, form: str) -> None:
    expected = answer(name)
    assert len(expected), "an empty answer shows nothing"
    same(answer(name, form), expected)


@pytest.fixture(scope="module")
def views() -> Any:
    """A Parquet company taken for a large one, which is read where it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "COPIED", 0)
        database._made.cache_clear()
        with connect(company("parquet")) as connection:
            yield connection
        database._made.cache_clear()


@pytest.mark.parametrize("name", SQL)
def test_views_on_parquet_files_give_the_same_answer(name: str, views: Any) -> None:
    same(views.execute(SQL[name]).df(), answer(name))


@pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")  # ibis 12 on DuckDB 2.0
@pytest.mark.filterwarnings("ignore:The 'future.infer_string' option")  # ibis asks pandas for it
@pytest.mark.parametrize("name", QUERIES)
def test_ibis_gives_the_same_answer(name: str) -> None:
    backend = ibis.duckdb.connect(company("duckdb") / "meridian_home.duckdb", read_only=True)
    same(QUERIES[name](backend.table).execute(), answer(name))
    backend.disconnect()


@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None,
    reason="pyspark is not installed: with Spark it is a download of 456 MB; pip install 'relmark[scale]' and Java 17",
)
@pytest.mark.filterwarnings("ignore")  # of pyspark, on pandas newer than it
def test_ibis_gives_the_same_answers_on_spark(tmp_path: Path) -> None:
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.warehouse.dir", str(tmp_path))
        .getOrCreate()
    )
    for file in sorted(company("parquet").glob("*.parquet")):
        session.read.parquet(str(file)).createOrReplaceTempView(file.stem)
    backend = ibis.pyspark.connect(session)
    for name, query in QUERIES.items():
        same(query(backend.table).execute(), answer(name))
    session.stop()


def spending() -> pd.Series:
    lines = table("order_lines").merge(table("orders"), on="order_id")
    return lines.groupby("customer_id")["price_paid"].sum()


def test_rfm_is_what_pandas_counts() -> None:
    found, orders = answer("rfm").set_index("customer_id"), table("orders")
    by_customer = orders.groupby("customer_id")
    recency = (orders["ordered_on"].max() - by_customer["ordered_on"].max()).dt.days
    assert found["recency_days"].to_dict() == recency.to_dict()
    assert found["frequency"].to_dict() == by_customer.size().to_dict()
    assert found["monetary"].to_dict() == pytest.approx(spending().to_dict())
    for column, best in (("r", -recency), ("f", found["frequency"]), ("m", found["monetary"])):
        means = best.groupby(found[column]).mean()
        assert means.is_monotonic_increasing, column
        assert found[column].value_counts().max() - found[column].value_counts().min() <= 1


def test_the_five_groups_hold_everybody_who_ordered_once_each() -> None:
    found, orders, customers = answer("five_groups"), table("orders"), table("customers")
    month = orders["ordered_on"].dt.year * 12 + orders["ordered_on"].dt.month
    first = month.groupby(orders["customer_id"]).min()
    so_far = {each: int((first <= each).sum()) for each in sorted(month.unique())}
    assert found.groupby("month")["customers"].sum().to_dict() == so_far
    assert set(found["standing"]) == {"existing", "new", "trier", "switcher", "quitter"}
    joined = customers.set_index("customer_id")["joined"]
    newcomers = first[joined.reindex(first.index) >= orders["ordered_on"].min()]
    new = found[found["standing"] == "new"].set_index("month")["customers"]
    assert new.to_dict() == newcomers.value_counts().to_dict()
    last = month.groupby(orders["customer_id"]).max()
    at_the_end = found[(found["month"] == month.max()) & (found["standing"] == "quitter")]["customers"]
    assert at_the_end.tolist() == [int((last < month.max() - 6).sum())]


def test_gaps_between_orders_add_up_to_the_span_of_each_customer() -> None:
    found, orders = answer("order_gaps"), table("orders")
    days = orders.groupby("customer_id")["ordered_on"].agg(["min", "max", "size"])
    assert found["gaps"].sum() == (days["size"] - 1).sum()
    whole = (found["gaps"] * found["mean_days"]).sum()
    assert whole == pytest.approx((days["max"] - days["min"]).dt.days.sum())
    assert (found["median_days"] < found["mean_days"]).all(), "gaps are skewed to the right"


def test_retention_is_a_share_of_its_cohort() -> None:
    found, customers, orders = answer("cohort_retention"), table("customers"), table("orders")
    quarter = customers["joined"].dt.year * 4 + customers["joined"].dt.quarter
    mine = found[(found["cohort"] == found["cohort"].min()) & (found["quarters_since"] == 2)].iloc[0]
    members = set(customers["customer_id"][quarter == mine["cohort"]])
    bought = orders[orders["ordered_on"].dt.year * 4 + orders["ordered_on"].dt.quarter == mine["cohort"] + 2]
    buyers = members & set(bought["customer_id"])
    assert mine["buyers"] == len(buyers)
    assert mine["share"] == pytest.approx(len(buyers) / len(members))
    assert found["quarters_since"].min() == 0
    assert found["share"].between(0, 1).all()


def test_fifths_of_spending_hold_all_of_it() -> None:
    found, spent = answer("spending_by_fifth"), spending().sort_values(ascending=False)
    best = spent.head(-(-len(spent) // 5))
    assert found["share"].sum() == pytest.approx(1)
    assert found["spending"].iloc[0] == pytest.approx(best.sum())
    assert found["customers"].sum() == len(spent)


def test_return_after_a_complaint_is_what_a_loop_counts() -> None:
    complaints, orders = table("complaints"), table("orders")
    days = orders.groupby("customer_id")["ordered_on"].apply(list).to_dict()
    window, last = pd.Timedelta(days=90), orders["ordered_on"].max()
    seen: dict[str, list[bool]] = {}
    for case in complaints[complaints["closed"] + window <= last].itertuples():
        back = any(case.closed < day <= case.closed + window for day in days[case.customer_id])
        seen.setdefault(str(case.outcome), []).append(back)
    found = answer("return_after_complaint").set_index("outcome")
    assert found["complaints"].to_dict() == {outcome: len(each) for outcome, each in seen.items()}
    assert found["returned"].to_dict() == pytest.approx({name: np.mean(each) for name, each in seen.items()})


def test_balances_of_points_are_the_sums_of_the_ledger_and_never_below_zero() -> None:
    found, ledger = answer("points_balance").set_index("customer_id"), table("points_ledger")
    assert found["balance"].to_dict() == ledger.groupby("customer_id")["points"].sum().to_dict()
    running = ledger.groupby("customer_id")["points"].cumsum()
    assert found["lowest"].to_dict() == running.groupby(ledger["customer_id"]).min().to_dict()
    assert found["lowest"].min() >= 0


def test_response_rates_count_the_surveys() -> None:
    found = answer("response_rates")
    assert found["answered"].sum() == len(table("surveys"))
    rates = table("survey_invitations").groupby("method", observed=True)["answered"].mean()
    assert found.set_index("method")["rate"].to_dict() == pytest.approx(rates.to_dict())


def test_referral_chains_are_what_following_each_customer_up_gives() -> None:
    customers = table("customers").set_index("customer_id")["referred_by"]
    parent = {key: int(value) for key, value in customers.dropna().items()}
    brought: dict[int, list[int]] = {}
    for customer in parent:
        steps, origin = 0, customer
        while origin in parent:
            steps, origin = steps + 1, parent[origin]
        brought.setdefault(origin, []).append(steps)
    expected = sorted(((-len(each), origin, max(each)) for origin, each in brought.items()))[:20]
    found = answer("referral_chains")
    assert [(-row.brought, row.origin, row.steps) for row in found.itertuples()] == expected


def test_branch_profit_holds_every_yuan_of_the_monthly_accounts() -> None:
    found, months = answer("branch_profit"), table("branch_months")
    assert found["profit"].sum() == pytest.approx(months["profit"].sum())
    costs = found[["product_cost", "relationship_cost", "standing_cost"]].sum(axis=1)
    assert found["profit"].to_numpy() == pytest.approx((found["revenue"] - costs).to_numpy())
    assert found[found["place"] == 1].groupby("year")["profit"].max().to_dict() == pytest.approx(
        found.groupby("year")["profit"].max().to_dict()
    )


def test_nobody_is_written_to_without_consent_or_past_the_budget() -> None:
    found, export = answer("target_list"), table("crm_export")
    agreed = table("customers").set_index("customer_id")["consent"]
    assert agreed[found["customer_id"]].all()
    records = export[export["customer_id"].isin(found["customer_id"])]
    assert set(records["consent"]) <= {"yes", "Y", "是", "1", "true"}
    assert found["cost_so_far"].max() <= 2000
    assert found["spending"].is_monotonic_decreasing
    withdrawn = export[export["consent"].fillna("").str.contains("withdrawn|撤回")]
    assert len(withdrawn), "else the rule would show nothing"


def test_duplicates_found_are_nearly_always_the_same_customer() -> None:
    found, export = answer("crm_duplicates"), table("crm_export")
    whose = pd.Series(crm_truth(export["crm_id"].to_numpy()), index=export["crm_id"])
    right = whose[found["first"]].to_numpy() == whose[found["second"]].to_numpy()
    twice = int((whose.value_counts() == 2).sum())
    assert right.mean() > 0.9
    assert right.sum() / twice > 0.6, "many pairs lack a telephone, an address or a year of birth"


def test_the_campaign_reached_those_it_was_drawn_for() -> None:
    found, drawn = answer("campaign_effect"), table("campaign_assignments")
    expected = drawn.groupby(["campaign_id", "treated"]).size()
    assert found["customers"].tolist() == expected.tolist()
    campaign, orders = table("campaigns").iloc[0], table("orders")
    during = orders[orders["ordered_on"].between(campaign["starts"], campaign["ends"])]["customer_id"]
    mine = drawn[(drawn["campaign_id"] == campaign["campaign_id"]) & drawn["treated"]]["customer_id"]
    assert found["ordered"].iloc[1] == pytest.approx(mine.isin(during).mean())
