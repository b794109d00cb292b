"""Key accounts, partners and the choice experiment: as described, and their truth can be found in them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.parameters.partners import Export, KeyAccounts, Partners, Preferences
from relmark_helpers.company.schema.form import Table
from relmark_helpers.company.schema.partners import PARTNERS
from relmark_helpers.company.tables.accounts import account_orders, accounts
from relmark_helpers.company.tables.partners import partners, ties
from relmark_helpers.company.tables.preferences import preferences
from relmark_helpers.company.truth.partners import partners_truth

USUAL = np.full(36, 0.5)

# The truth, typed here once more: the parameters must not be their own witness.
LEAVING = {"const": -3.6, "contract": -1.1, "linked_ordering": -0.7, "closeness": -0.35, "visits": -0.30}
TIES = {
    "trust_by_them": {"shared_values": 0.35, "communication": 0.40, "opportunism": -0.40},
    "commitment_by_them": {
        "trust_by_them": 0.50,
        "shared_values": 0.15,
        "termination_costs": 0.30,
        "benefits": 0.10,
    },
    "propensity_to_leave": {"commitment_by_them": -0.55},
    "cooperation": {"trust_by_them": 0.30, "commitment_by_them": 0.35},
    "trust_by_us": {"shared_values": 0.35, "communication": 0.40, "promises_kept": 8.0},
    "commitment_by_us": {"trust_by_us": 0.50, "dependence_of_us": 0.25},
    "termination_costs": {"dependence_of_them": 0.40},
}
EXCHANGES_OF_THE_LIST = {
    "goods_supplier", "service_provider", "competitor", "nonprofit", "government", "ultimate_customer",
    "intermediate_customer", "functional_department", "employee", "business_unit",
}  # fmt: skip


def check(frame: pd.DataFrame, table: Table) -> None:
    """Columns, types, ranges, allowed values and primary key, as the schema says."""
    assert list(frame.columns) == [each.name for each in table.columns]
    assert not frame.duplicated(list(table.primary_key)).any()
    typed = frame.astype(table.types(but_text=True))
    for column in table.columns:
        values = typed[column.name]
        assert column.required <= values.notna().all(), column.name
        assert values.isna().sum() == frame[column.name].isna().sum(), (
            column.name
        )  # no value outside the list
        assert column.low is None or not (values < column.low).any(), column.name
        assert column.high is None or not (values > column.high).any(), column.name


def shoppers(count: int) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Customers, their true segments and their numbers as persons."""
    luck, who = Luck(5, "customers of a test"), np.arange(count)
    joined = np.datetime64("2019-01-01") + np.floor(2100 * luck.uniform("joined", who)).astype(int)
    consent = luck.uniform("consent", who) < 0.92
    people = pd.DataFrame({"customer_id": who + 1, "joined": joined, "consent": consent})
    return people, luck.choice("segment", who, (0.32, 0.28, 0.25, 0.15)), 3 * who + 1


@pytest.fixture(scope="module")
def many() -> tuple[pd.DataFrame, pd.DataFrame]:
    parameters = KeyAccounts(count=4000)
    return accounts(parameters, USUAL, 11), account_orders(parameters, USUAL, 11)


def test_keys_refer_to_tables_and_columns_that_are_there() -> None:
    others = {"branches", "customers", *PARTNERS}
    for name, table in PARTNERS.items():
        names = {each.name for each in table.columns}
        assert set(table.primary_key) | set(table.foreign_keys) <= names, name
        assert set(table.foreign_keys.values()) <= others, name
    assert list(PARTNERS).index("accounts") < list(PARTNERS).index("account_orders")
    assert list(PARTNERS).index("partners") < list(PARTNERS).index("ties")


def test_accounts_are_as_described() -> None:
    made, orders = accounts(KeyAccounts(), USUAL, 3), account_orders(KeyAccounts(), USUAL, 3)
    check(made, PARTNERS["accounts"])
    check(orders, PARTNERS["account_orders"])
    assert len(made) == 40
    assert made["name_en"].is_unique
    assert made["name_zh"].is_unique
    assert set(orders["account_id"]) == set(made["account_id"])
    assert made["branch_id"].between(1, 12).all()
    opened = np.array([each.opened for each in BRANCHES], dtype="datetime64[ns]")[made["branch_id"] - 1]
    assert (made["since"].to_numpy() >= opened).all()
    assert (made["since"] < "2022-01-01").all()


def test_business_ends_with_the_month_in_which_an_account_leaves() -> None:
    made = accounts(KeyAccounts(), USUAL, 3).set_index("account_id")
    months = (
        account_orders(KeyAccounts(), USUAL, 3).groupby("account_id")["month"].agg(["min", "max", "size"])
    )
    gone = made["left_on"].notna()
    assert 0 < gone.sum() < 40
    assert (months["min"] == "2022-01-01").all()
    end = months["max"] + pd.offsets.MonthEnd(0)
    assert (end[gone] == made["left_on"][gone]).all()
    assert (months["size"][~gone] == 36).all()
    assert (months["size"] == (months["max"].dt.year - 2022) * 12 + months["max"].dt.month).all()


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**9),
    less=st.lists(st.floats(0, 1), min_size=24, max_size=24),
    more=st.lists(st.floats(0, 1), min_size=24, max_size=24),
)
def test_more_care_never_makes_an_account_leave_earlier(
    seed: int, less: list[float], more: list[float]
) -> None:
    low, high = np.minimum(less, more), np.maximum(less, more)
    stays = pd.Timestamp("2100-01-01")
    left = [accounts(KeyAccounts(), care, seed)["left_on"].fillna(stays) for care in (low, high)]
    assert (left[0] <= left[1]).all()


def test_care_keeps_accounts_and_costs_visits() -> None:
    parameters = KeyAccounts(count=2000)
    none, full = np.zeros(24), np.ones(24)
    assert accounts(parameters, none, 2)["left_on"].notna().sum() > 1.2 * accounts(parameters, full, 2)["left_on"].notna().sum()  # fmt: skip
    visits = {care: account_orders(parameters, np.full(1, care), 2)["visits"].mean() for care in (0, 0.5, 1)}
    assert visits[0] / visits[0.5] == pytest.approx(0.4, abs=0.04)
    assert visits[1] / visits[0.5] == pytest.approx(1.6, abs=0.06)


def test_a_logit_on_account_months_finds_what_makes_accounts_leave(
    many: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    rows = many[1].merge(many[0], on="account_id")
    leaves = (rows["month"] + pd.offsets.MonthEnd(0)) == rows["left_on"]
    causes = rows[["contract", "linked_ordering", "closeness", "visits"]].astype(float)
    causes["closeness"] -= 4
    fit = sm.Logit(leaves.astype(float), sm.add_constant(causes)).fit(disp=0)
    for cause, logit in LEAVING.items():
        assert abs(fit.params[cause] - logit) < 3 * fit.bse[cause], (cause, fit.params[cause])
        assert fit.bse[cause] < 0.12


def test_visits_bring_business_but_less_than_a_naive_comparison_says(
    many: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    rows = many[1][many[1]["revenue"] > 0].merge(many[0][["account_id", "kind"]], on="account_id")
    rows["log"] = np.log(rows["revenue"])
    naive = sm.OLS(rows["log"], sm.add_constant(rows["visits"])).fit().params["visits"]
    rows[["log", "visits"]] -= rows.groupby(["kind", "month"], observed=True)[["log", "visits"]].transform(
        "mean"
    )
    rows[["log", "visits"]] -= rows.groupby("account_id")[["log", "visits"]].transform("mean")
    within = sm.OLS(rows["log"], rows["visits"]).fit()
    assert abs(within.params["visits"] - 0.03) < 3 * within.bse["visits"]
    assert naive > 0.15  # large accounts are visited more


def test_business_follows_the_season_of_its_kind(many: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    rows = many[1].merge(many[0][["account_id", "kind"]], on="account_id")
    rows = rows[rows["month"].dt.year == 2022]
    by_month = rows.groupby(["account_id", "kind", rows["month"].dt.month], observed=True)["revenue"].sum()
    shares = by_month.unstack().dropna()
    mean = shares.div(shares.mean(axis=1), axis=0).groupby("kind", observed=True).mean()
    # July and August against January: schools 2.00 + 2.05 against twice 0.60, hotels 0.85 + 0.80 against twice 0.85
    ratio = (mean[7] + mean[8]) / (2 * mean[1])
    assert ratio["school"] == pytest.approx(4.05 / 1.20, rel=0.08)
    assert ratio["hotel"] == pytest.approx(1.65 / 1.70, rel=0.08)


def test_costs_add_up(many: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    rows = many[1]
    serving = 380 * rows["visits"] + 850 * rows["special_requests"] + 0.045 * rows["revenue"]
    assert np.abs(rows["cost_to_serve"] - serving).max() < 0.0051
    share = rows.groupby("account_id")[["cost_of_goods", "revenue"]].sum()
    share = (share["cost_of_goods"] / share["revenue"]).dropna()
    contract = many[0].set_index("account_id")["contract"].loc[share.index]
    assert share[contract].mean() - share[~contract].mean() == pytest.approx(0.015, abs=0.004)


def test_few_accounts_bring_most_of_the_business_and_some_large_ones_lose_money() -> None:
    concentration, lossmakers = [], []
    for seed in range(1, 21):
        total = account_orders(KeyAccounts(), USUAL, seed).groupby("account_id").sum(numeric_only=True)
        profit = total["revenue"] - total["cost_of_goods"] - total["cost_to_serve"]
        concentration.append(((total["revenue"] / total["revenue"].sum()) ** 2).sum())
        ten = total["revenue"].nlargest(10).index
        lossmakers.append((profit[ten] < 0).sum())
    assert 0.06 < np.median(concentration) < 0.15  # forty equal accounts would have 0.025
    assert 1 <= np.mean(lossmakers) <= 4


def test_a_longer_run_and_more_accounts_change_nothing_that_was() -> None:
    short, long = (account_orders(KeyAccounts(), np.full(months, 0.5), 8) for months in (12, 36))
    first_year = long[long["month"] < "2023-01-01"].reset_index(drop=True)
    pd.testing.assert_frame_equal(short, first_year)
    more = accounts(KeyAccounts(count=60), USUAL, 8).head(40)
    pd.testing.assert_frame_equal(more, accounts(KeyAccounts(), USUAL, 8))
    assert not short.equals(account_orders(KeyAccounts(), np.full(12, 0.5), 9))


def test_partners_fill_the_six_markets_of_both_versions_and_the_ten_exchanges() -> None:
    made = partners(Partners())
    check(made, PARTNERS["partners"])
    assert len(made) >= 30
    assert made["name_en"].is_unique
    assert made["name_zh"].is_unique
    assert set(made["exchange"]) == EXCHANGES_OF_THE_LIST
    slots = made.groupby("market", observed=True)["slot"].agg(["min", "max"])
    assert (slots["min"] == slots["max"]).all()
    slot = slots["min"].to_dict()
    books = ("customer", "supplier", "referral", "recruitment", "influence", "internal")
    texts = ("customer", "supplier", "distributor", "competitor", "influence", "internal")
    assert [slot[each] for each in books] == [slot[each] for each in texts] == [1, 2, 3, 4, 5, 6]
    works_with = made["works_with"].dropna()
    assert works_with.isin(made["partner_id"]).all()
    assert (works_with != made["partner_id"].loc[works_with.index]).all()


def test_ties_are_as_described() -> None:
    made = ties(Partners(), 30, 4)
    check(made, PARTNERS["ties"])
    assert made["year"].unique().tolist() == [2022, 2023, 2024]
    assert made["partner_id"].isin(partners(Partners())["partner_id"]).all()
    pd.testing.assert_frame_equal(
        made[made["year"] == 2022].reset_index(drop=True), ties(Partners(), 12, 4).reset_index(drop=True)
    )
    half, whole = (ties(Partners(), months, 4).query("year == 2024")["volume"].sum() for months in (30, 36))
    assert half == pytest.approx(whole / 2)


def test_power_lies_now_with_us_and_now_with_them() -> None:
    last = ties(Partners(), 36, 20240101).query("year == 2024")
    gap = last["dependence_of_us"] - last["dependence_of_them"]
    assert min((gap > 0.5).sum(), (gap < -0.5).sum(), (gap.abs() <= 0.5).sum()) >= 4


@pytest.mark.parametrize("effect", TIES)
def test_least_squares_finds_the_paths_of_the_ties(effect: str) -> None:
    made = pd.concat([ties(Partners(), 36, seed) for seed in range(100)])
    causes = list(TIES[effect])
    fit = sm.OLS(made[effect], sm.add_constant(made[causes])).fit(
        cov_type="cluster", cov_kwds={"groups": np.repeat(np.arange(100), 3 * made["partner_id"].nunique())}
    )
    for cause, points in TIES[effect].items():
        # Answers end at 1 and 7, which flattens a slope a little, however many there are.
        assert abs(fit.params[cause] - points) < 3 * fit.bse[cause] + 0.015 * abs(points), (cause, fit.params)


def test_intervals_from_one_company_hold_the_path_from_trust_to_commitment() -> None:
    effect, held = "commitment_by_them", 0
    for seed in range(200):
        made = ties(Partners(), 36, seed)
        fit = sm.OLS(made[effect], sm.add_constant(made[list(TIES[effect])])).fit()
        low, high = fit.conf_int().loc["trust_by_them"]
        held += low <= 0.50 <= high
    assert 180 <= held <= 198  # 95 % of 200, more or less


def design(made: pd.DataFrame) -> np.ndarray:
    """The attributes in the units of the part-worths, from the table alone: (tasks, options, attributes)."""
    columns = [
        made["delivery_days"] / 7,
        made["installation"] == "fitting",
        made["installation"] == "training",
        made["instalments"] / 6,
        made["warranty_years"],
        made["price"] / 1000,
        made["option"] == 3,
    ]
    return np.column_stack([each.astype(float) for each in columns]).reshape(-1, 3, len(columns))


def conditional_logit(made: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Part-worths of the greatest likelihood and their standard errors, by Newton's method."""
    attributes = design(made)
    chosen = attributes[made["chosen"].to_numpy().reshape(-1, 3)]
    worth = np.zeros(attributes.shape[2])
    for _ in range(25):
        odds = np.exp(attributes @ worth)
        share = odds / odds.sum(axis=1, keepdims=True)
        expected = np.einsum("to,toa->ta", share, attributes)
        centred = attributes - expected[:, None, :]
        information = np.einsum("to,toa,tob->ab", share, centred, centred)
        worth = worth + np.linalg.solve(information, (chosen - expected).sum(axis=0))
    return worth, np.sqrt(np.diag(np.linalg.inv(information)))


def test_a_conditional_logit_finds_the_part_worths_of_every_segment() -> None:
    people, segment, asked = shoppers(6000)
    truth = np.array([list(vars(each).values()) for each in Preferences().part_worths])
    scores = []
    for seed in range(8):
        made = preferences(Preferences(customers=4000), people, segment, asked, 36, seed)
        code = segment[made["customer_id"].to_numpy() - 1]
        found = [conditional_logit(made[code == number]) for number in range(4)]
        scores.append([(worth - truth[number]) / error for number, (worth, error) in enumerate(found)])
    assert np.abs(np.mean(scores, axis=0)).max() < 3.5 / np.sqrt(8)  # in standard errors of the mean of eight
    assert 0.75 < np.mean(np.square(scores)) < 1.30  # the standard errors are neither too small nor too large


def test_a_changed_part_worth_is_found_changed() -> None:
    people, segment, asked = shoppers(9000)
    usual = Preferences(customers=6000)
    patient = replace(usual.part_worths[1], delivery_week=0.0)
    worths = (usual.part_worths[0], patient, *usual.part_worths[2:])
    made = preferences(replace(usual, part_worths=worths), people, segment, asked, 36, 2)
    worth, error = conditional_logit(made[segment[made["customer_id"] - 1] == 1])
    assert abs(worth[0]) < 3 * error[0] < 0.3


def test_preferences_are_as_described() -> None:
    people, segment, asked = shoppers(4000)
    made = preferences(Preferences(), people, segment, asked, 36, 20240101)
    check(made, PARTNERS["preferences"])
    assert len(made) == 520 * 8 * 3
    assert (made.groupby("task_id")["chosen"].sum() == 1).all()
    assert (made.groupby("task_id")["option"].apply(list).map(tuple) == (1, 2, 3)).all()
    offers, none = made[made["option"] < 3], made[made["option"] == 3]
    attributes = ["delivery_days", "installation", "instalments", "warranty_years", "price"]
    assert not offers.duplicated(["task_id", *attributes]).any()
    assert (none[[name for name in attributes if name != "installation"]] == 0).all(axis=None)
    assert (none["installation"] == "none").all()
    for name in attributes:
        shares = offers[name].value_counts(normalize=True)
        assert (np.abs(shares - 1 / len(shares)) < 0.03).all(), shares
    assert 0.1 < none["chosen"].mean() < 0.5
    customers = made.merge(people, on="customer_id")
    assert customers["consent"].all()
    assert (customers["joined"] < customers["asked_on"]).all()
    assert made["asked_on"].dt.to_period("M").unique().astype(str).tolist() == ["2024-06"]
    assert made["asked_on"].groupby(made["customer_id"]).nunique().max() == 1
    assert len(made.to_csv(index=False).encode()) < 600_000


def test_a_short_run_asks_in_its_last_month_and_few_customers_all() -> None:
    people, segment, asked = shoppers(300)
    made = preferences(Preferences(), people, segment, asked, 6, 1)
    assert made["asked_on"].dt.to_period("M").unique().astype(str).tolist() == ["2022-06"]
    may = people["consent"] & (people["joined"] < "2022-06-01")
    assert set(made["customer_id"]) == set(people["customer_id"][may])


def test_nobody_chooses_otherwise_because_customers_stand_in_another_order() -> None:
    people, segment, asked = shoppers(2000)
    one = preferences(Preferences(), people, segment, asked, 36, 1).drop(columns="task_id")
    turned = preferences(Preferences(), people[::-1], segment[::-1], asked[::-1], 36, 1)
    other = turned.sort_values("customer_id", kind="stable").drop(columns="task_id").reset_index(drop=True)
    pd.testing.assert_frame_equal(one, other)
    assert not one.equals(preferences(Preferences(), people, segment, asked, 36, 2).drop(columns="task_id"))


def test_the_truth_names_every_number_once() -> None:
    rows = partners_truth(KeyAccounts(), Partners(), Preferences(), Export())
    keys = [row[:4] for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(len(row) == 8 and isinstance(row[4], float) and row[7].endswith(".") for row in rows)
    value = {row[:3]: row[4] for row in rows}
    for effect, causes in TIES.items():
        for cause, points in causes.items():
            per_ten = 10 if cause == "promises_kept" else 1
            assert value["tie path", cause, effect] == pytest.approx(points / per_ten)
    for cause, logit in LEAVING.items():
        assert value["account leaving", "base" if cause == "const" else cause, "leaving"] == logit
    assert value["part-worth", "delivery_week", "convenience"] == -0.90
    assert sum(key[0] == "part-worth" for key in keys) == 28
