"""The CRM's export: dirty as described, and yet it can be cleaned."""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.luck import Luck
from relmark_helpers.company.parameters.partners import Export
from relmark_helpers.company.schema.partners import PARTNERS
from relmark_helpers.company.tables.crm_export import crm_export, crm_truth
from relmark_helpers.company.wording.names import GIVEN, SURNAMES, romanised

LAST = np.datetime64("2024-12-31")


def people(count: int) -> tuple[pd.DataFrame, np.ndarray]:
    """Customers, and their numbers as persons: a third of the market."""
    luck, who = Luck(9, "customers of a test"), np.arange(count)
    frame = pd.DataFrame(
        {
            "customer_id": who + 1,
            "joined": np.datetime64("2018-01-01") + np.floor(2500 * luck.uniform("day", who)).astype(int),
            "birth_year": 1940 + luck.choice("born", who, (1.0,) * 65),
            "branch_id": 1 + luck.choice("branch", who, (1.0,) * 12),
            "consent": luck.uniform("consent", who) < 0.92,
        }
    )
    return frame, np.argsort(luck.uniform("person", np.arange(3 * count)))[:count]


CUSTOMERS, PERSONS = people(4200)


@pytest.fixture(scope="module")
def export() -> pd.DataFrame:
    return crm_export(CUSTOMERS, PERSONS, 20240101, Export(), LAST)


@pytest.fixture(scope="module")
def truth(export: pd.DataFrame) -> pd.Series:
    return pd.Series(crm_truth(export["crm_id"].to_numpy()), index=export.index)


def date(text: str) -> pd.Timestamp:
    """The day that is meant, read without the words of the course."""
    if re.fullmatch(r"\d{8}", text):
        return pd.Timestamp(int(text[:4]), int(text[4:6]), int(text[6:]))
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
    return pd.Timestamp(year, month, day)


def digits(telephone: str) -> str:
    """A telephone number as it is dialled at home."""
    bare = re.sub(r"\D", "", unicodedata.normalize("NFKC", telephone))
    return "0" + bare[2:] if bare.startswith("86") else bare


def test_the_export_is_as_described(export: pd.DataFrame) -> None:
    table = PARTNERS["crm_export"]
    assert list(export.columns) == [each.name for each in table.columns]
    assert export["crm_id"].is_unique
    assert export["crm_id"].is_monotonic_increasing
    for column in table.columns:
        assert column.required <= export[column.name].notna().all(), column.name
        if column.kind == "text":
            assert (export[column.name].dropna().str.len() > 0).all()
    assert set(export["system"]) == {"till", "web_shop", "call_centre"}
    assert export["customer_id"].dropna().isin(CUSTOMERS["customer_id"]).all()
    assert len(export.to_csv(index=False).encode()) < 700_000


def test_the_truth_says_whose_each_record_is(export: pd.DataFrame, truth: pd.Series) -> None:
    known = export["customer_id"].notna()
    assert 0.15 < 1 - known.mean() < 0.30
    assert (export["customer_id"][known] == truth[known]).all()
    assert set(truth) == set(CUSTOMERS["customer_id"])
    assert truth.value_counts().max() == 2
    assert 0.03 < (truth.value_counts() == 2).mean() < 0.08
    assert abs(truth.corr(export["crm_id"])) < 0.1  # the number of a record gives nothing away


def test_rows_do_not_depend_on_who_else_is_exported(export: pd.DataFrame) -> None:
    parts = [crm_export(CUSTOMERS[cut], PERSONS[cut], 20240101, Export(), LAST)
             for cut in (slice(0, 1000), slice(1000, None))]  # fmt: skip
    joined = pd.concat(parts).sort_values("crm_id", ignore_index=True)
    pd.testing.assert_frame_equal(export, joined)
    turned = crm_export(CUSTOMERS[::-1], PERSONS[::-1], 20240101, Export(), LAST)
    pd.testing.assert_frame_equal(export, turned)
    other = crm_export(CUSTOMERS, PERSONS, 1, Export(), LAST)
    assert (other["name"].head(100).to_numpy() != export["name"].head(100).to_numpy()).mean() > 0.9


def test_missing_values_are_as_frequent_as_said() -> None:
    customers, persons = people(60_000)
    made = crm_export(customers, persons, 3, Export(), LAST)
    whose = pd.Series(crm_truth(made["crm_id"].to_numpy()))
    twice = (whose.value_counts() == 2).mean()
    assert twice == pytest.approx(0.05, abs=3 * np.sqrt(0.05 * 0.95 / 60_000))
    share = {"birth_year": 0.12, "city": 0.06, "entered_on": 0.03, "last_contact": 0.10, "note": 0.40}
    for column, missing in share.items():
        error = np.sqrt(missing * (1 - missing) / len(made))
        assert abs(made[column].isna().mean() - missing) < 3.5 * error, column
    once = ~whose.duplicated(keep=False)
    for column, missing in {"customer_id": 0.20, "telephone": 0.06, "email": 0.15}.items():
        error = np.sqrt(missing * (1 - missing) / once.sum())
        assert abs(made.loc[once, column].isna().mean() - missing) < 3.5 * error, column


def test_no_telephone_number_can_exist_and_only_homes_share_one(
    export: pd.DataFrame, truth: pd.Series
) -> None:
    numbers = export["telephone"].dropna().map(digits)
    assert numbers.str.fullmatch(r"019[01]\d{7}").all()  # no area code 019; no subscriber begins with 0 or 1
    assert export["telephone"].dropna().str.replace(r"\d", "9", regex=True).nunique() == 5
    per_number = truth[numbers.index].groupby(numbers).nunique()
    person = pd.Series(PERSONS, index=CUSTOMERS["customer_id"])
    for number in per_number.index[per_number > 1]:
        whose = truth[numbers.index[numbers == number]].unique()
        assert len({int(each) // 2 for each in person[whose]}) == 1
    per_person = numbers.groupby(truth[numbers.index]).nunique()
    assert per_person.max() == 1


def test_addresses_are_reserved_for_examples_and_names_are_invented(
    export: pd.DataFrame, truth: pd.Series
) -> None:
    form = r"[A-Za-z]+\.[A-Za-z]+\d{4}@example\.(com|org)"
    assert export["email"].dropna().str.fullmatch(form).all()
    words = {pinyin.lower() for pinyin, _ in SURNAMES} | {pinyin.lower() for pinyin, _ in GIVEN}
    assert len({pinyin for pinyin, _ in SURNAMES}) == len(SURNAMES)
    assert len({pinyin for pinyin, _ in GIVEN}) == len(GIVEN)
    known = export["name"].map(romanised).str.split().map(lambda parts: set(parts) <= words)
    assert 0.96 < known.mean() < 0.995  # the others are misspelt
    same = export["name"].map(romanised)[known].groupby(truth[known]).nunique()
    assert same.max() == 1
    characters = export["name"].str.contains(r"[^\x00-\x7f]")
    both = characters.groupby(truth).agg(["min", "max"])
    assert (both["min"] != both["max"]).sum() > 50  # one customer in two scripts


def test_dates_in_all_forms_mean_the_day_the_record_was_written(
    export: pd.DataFrame, truth: pd.Series
) -> None:
    once = ~truth.duplicated(keep=False)
    entered = export["entered_on"].dropna()
    assert entered.str.replace(r"\d", "9", regex=True).nunique() > 6
    joined = CUSTOMERS.set_index("customer_id")["joined"]
    days = entered.map(date)
    assert (days[once[days.index]] == truth[days.index][once[days.index]].map(joined)).all()
    assert (days >= truth[days.index].map(joined)).all()
    contacted = export["last_contact"].dropna().map(date)
    both = days.index.intersection(contacted.index)
    assert (contacted[both] >= days[both]).all()
    assert contacted.max() <= pd.Timestamp(LAST)


def test_birth_years_and_cities_can_be_read(export: pd.DataFrame, truth: pd.Series) -> None:
    written = export["birth_year"].dropna().str.extract(r"(\d+)")[0].astype(int)
    year = written.where(written > 99, np.where(written < 10, written + 2000, written + 1900))
    assert (year == truth[year.index].map(CUSTOMERS.set_index("customer_id")["birth_year"])).all()
    city = export["city"].dropna()
    branch = truth[city.index].map(CUSTOMERS.set_index("customer_id")["branch_id"])
    right = {1: "杭州|Hangzhou", 6: "无锡|Wuxi", 12: "丽水|Lishui"}
    for number, names in right.items():
        fits = city[branch == number].str.strip().str.fullmatch(f"(?i)({names})市?")
        assert 0.9 < fits.mean() < 1.0


def test_the_strictest_record_tells_who_may_be_written_to(export: pd.DataFrame, truth: pd.Series) -> None:
    agreed = truth.map(CUSTOMERS.set_index("customer_id")["consent"])
    words = export["consent"].fillna("")
    withdrawn = words.str.contains("withdrawn|撤回")
    yes, no = words.isin(["yes", "Y", "是", "1", "true"]), words.isin(["no", "N", "否", "0", "false"])
    assert (withdrawn | yes | no | (words == "")).all()
    assert agreed[yes | withdrawn].all()
    assert not agreed[no].any()
    once = ~truth.duplicated(keep=False) & agreed
    assert withdrawn[once].mean() == pytest.approx(0.03, abs=3 * np.sqrt(0.03 * 0.97 / once.sum()))
    day = words[withdrawn].str.extract(r"(\d{4}-\d\d-\d\d)")[0].map(pd.Timestamp)
    assert (day >= truth[withdrawn].map(CUSTOMERS.set_index("customer_id")["joined"])).all()
    assert (day <= pd.Timestamp(LAST)).all()
    customers, persons = people(60_000)
    made = crm_export(customers, persons, 3, Export(), LAST)
    whose = pd.Series(crm_truth(made["crm_id"].to_numpy()))
    gone = made["consent"].fillna("").str.contains("withdrawn|撤回")
    twice = whose[whose.duplicated(keep=False)]
    mixed = gone[twice.index].groupby(twice).sum()
    assert (mixed == 1).sum() > 20  # an overlooked withdrawal
    assert (mixed == 2).sum() > 20


def clusters(export: pd.DataFrame) -> dict[int, int]:
    """A reference solution without the truth: records of one name that share a telephone, address or number."""
    name = export["name"].map(romanised)
    keys = {
        "customer_id": export["customer_id"].astype("string"),
        "telephone": export["telephone"].dropna().map(digits) + "/" + name,
        "email": export["email"].dropna().str.lower().str.split("@").str[0],
    }
    parent = {place: place for place in export.index}

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    for key in keys.values():
        for group in key.dropna().groupby(key).groups.values():
            for other in group[1:]:
                parent[root(other)] = root(group[0])
    return {place: root(place) for place in export.index}


def pairs(cluster: dict[int, int]) -> set[tuple[int, int]]:
    groups = pd.Series(cluster).groupby(pd.Series(cluster)).groups.values()
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def test_a_reference_solution_finds_the_duplicates(export: pd.DataFrame, truth: pd.Series) -> None:
    right, found = pairs(truth.to_dict()), pairs(clusters(export))
    precision, recall = len(right & found) / len(found), len(right & found) / len(right)
    assert precision > 0.97, precision
    assert recall > 0.85, recall


def test_neither_customer_id_nor_the_name_finds_them(export: pd.DataFrame, truth: pd.Series) -> None:
    right = pairs(truth.to_dict())
    numbered = export["customer_id"].fillna(-export["crm_id"]).to_dict()
    assert len(right & pairs(numbered)) < 0.5 * len(right)
    by_name = pairs(export["name"].map(romanised).to_dict())
    assert len(right & by_name) < 0.1 * len(by_name)  # many people share a name
