from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from relmark_helpers.company.calendar import day, days_in_month, month_start
from relmark_helpers.company.catalogue import PRODUCTS
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.parameters.campaigns import CAMPAIGN_CHANNELS, CAMPAIGNS, OFFERS
from relmark_helpers.company.parameters.house import ComplaintRecords, MysteryVisits, StaffSurvey
from relmark_helpers.company.parameters.staff import Staff
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.schema.club import CLUB
from relmark_helpers.company.schema.form import KINDS
from relmark_helpers.company.schema.house import HOUSE
from relmark_helpers.company.schema.service import SERVICE
from relmark_helpers.company.tables import club, house, service
from relmark_helpers.company.vocabulary import COMPLAINT_CATEGORIES, SEGMENTS
from relmark_helpers.company.wording.complaint_pieces import PRODUCT_WORDS
from relmark_helpers.company.wording.complaints import WORDINGS, texts
from relmark_helpers.company.wording.house import STAFF_QUESTIONS

TABLES = SERVICE | CLUB | HOUSE
PARAMETERS = SimpleNamespace(
    first_year=2022,
    campaigns=CAMPAIGNS,
    staff=Staff(),
    staff_survey=StaffSurvey(),
    mystery=MysteryVisits(),
    complaint_records=ComplaintRecords(),
)
JUSTICES = [f"justice_{name}" for name in service.JUSTICES]


def a_month(month: int, parameters: SimpleNamespace = PARAMETERS, **known: object) -> SimpleNamespace:
    return SimpleNamespace(parameters=parameters, seed=11, month=month, **known)


def arrays(**columns: list[int]) -> dict[str, np.ndarray]:
    return {name: np.array(values, dtype=np.int64) for name, values in columns.items()}


def complaining(count: int, latent: float = 4.0, person: np.ndarray | None = None) -> dict[str, np.ndarray]:
    """One complaint a person, of all categories and severities in turn."""
    number = np.arange(count)
    zero = np.zeros(count, dtype=np.int64)
    names = (
        "customer",
        "order",
        "day",
        "channel",
        "answer_days",
        "close_days",
        "remedy",
        "remedy_cost",
        "outcome",
    )
    return {
        **dict.fromkeys(names, zero),
        "category": number % 6,
        "severity": number // 6 % 2,
        "product": number // 12 % 60,
        "person": number if person is None else person,
        **dict.fromkeys(JUSTICES, np.full(count, latent)),
    }


def complaints_of(events: dict[str, np.ndarray], month: int = 5) -> pd.DataFrame:
    return service.complaints(a_month(month, events={"complaints": events}, first={"complaints": 0}))


def people(count: int, branches: int = 12, **changed: object) -> dict[str, np.ndarray]:
    number = np.arange(count)
    return {
        "post": number,
        "branch": number % branches,
        "role": number % 5,
        "hired": np.zeros(count, dtype=np.int64),
        "left": np.full(count, -1),
        "leaning": np.zeros(count),
        **changed,
    }


def asked(
    month: int, who: dict[str, np.ndarray], satisfaction: object = 4.6, staffing: float = 1.0
) -> pd.DataFrame:
    levels = {"job_satisfaction": np.full(1 + who["branch"].max(), satisfaction)}
    return house.staff_surveys(a_month(month, staff=who, house=levels, policy=Policy(staffing=staffing)))


def visited(month: int, level: np.ndarray) -> pd.DataFrame:
    return house.mystery_visits(a_month(month, house={"service": level}))


def written(frame: pd.DataFrame) -> list[str]:
    return frame.to_csv(index=False, header=False, date_format="%Y-%m-%d").splitlines()


def check(name: str, frame: pd.DataFrame) -> None:
    """Columns, types, bounds and the key, as the schema says."""
    table = TABLES[name]
    assert list(frame.columns) == [each.name for each in table.columns]
    expected = pd.DataFrame({each.name: [] for each in table.columns}).astype(table.types())
    assert frame.dtypes.to_dict() == expected.dtypes.to_dict()
    assert not frame.duplicated(list(table.primary_key)).any()
    for each in table.columns:
        values = frame[each.name]
        assert each.required <= values.notna().all(), each.name
        assert each.low is None or not (values < each.low).any(), each.name
        assert each.high is None or not (values > each.high).any(), each.name


# Calendar


def test_days_are_counted_through_leap_years() -> None:
    assert [days_in_month(2022, month) for month in (1, 2, 14, 26, 36)] == [31, 28, 28, 29, 31]
    assert str(day(2022, 26, 28)) == "2024-02-29"
    assert day(2022, np.array([1, 12]), np.array([0, 30])).astype(str).tolist() == [
        "2022-01-01",
        "2022-12-31",
    ]
    starts = month_start(2022, np.arange(-1, 30))
    lengths = [days_in_month(2022, month) for month in range(-1, 29)]
    assert np.diff(starts).astype(int).tolist() == lengths
    assert str(starts[0]) == "2021-11-01"


# Contacts and complaints


def test_contacts_say_what_happened() -> None:
    events = arrays(
        customer=[4, 0], order=[-1, 99], day=[0, 27], direction=[1, 0], channel=[2, 3], department=[4, 2],
        phase=[0, 1], variable=[2, 0], minutes=[0, 35], cost=[60, 3850], rating=[0, 5],
    )  # fmt: skip
    made = service.contacts(a_month(2, events={"contacts": events}, first={"contacts": 300}))
    check("contacts", made)
    assert written(made) == [
        "301,5,,2022-02-01,outbound,email,marketing,before,incentive,0,0.6,",
        "302,1,100,2022-02-28,inbound,visit,installation,during,product_service,35,38.5,5",
    ]


def test_complaints_say_what_came_of_them() -> None:
    events = complaining(2) | arrays(
        customer=[8, 1], order=[0, 41], day=[30, 2], channel=[3, 0], answer_days=[1, 0], close_days=[9, 0],
        remedy=[4, 0], remedy_cost=[129_900, 0], outcome=[1, 2],
    )  # fmt: skip
    made = service.complaints(a_month(1, events={"complaints": events}, first={"complaints": 7}))
    check("complaints", made)
    columns = [each for each in made if not each.startswith(("text", "justice"))]
    assert written(made[columns]) == [
        "8,9,1,product_defect,minor,letter,2022-01-31,2022-02-01,2022-02-09,refund,1299.0,partly",
        "9,2,42,late_delivery,minor,store,2022-01-03,2022-01-03,2022-01-03,apology,0.0,unresolved",
    ]


def test_justice_is_rated_by_six_in_ten_with_the_scatter_of_the_parameters() -> None:
    made = complaints_of(complaining(20_000))
    rated = made[JUSTICES].notna()
    assert (rated.sum(axis=1).isin([0, 3])).all()
    assert rated.iloc[:, 0].mean() == pytest.approx(0.60, abs=0.012)
    ratings = made[JUSTICES].dropna().astype(float)
    assert ratings.mean().to_numpy() == pytest.approx(np.full(3, 4.0), abs=0.03)
    assert ratings.std().to_numpy() == pytest.approx(
        np.full(3, (0.70**2 + 1 / 12) ** 0.5), abs=0.02
    )  # rounded
    assert ratings.corr().to_numpy()[np.triu_indices(3, 1)] == pytest.approx(np.zeros(3), abs=0.04)
    assert complaints_of(complaining(500, latent=9.5))[JUSTICES].dropna().eq(7).all(axis=None)


def test_words_and_ratings_belong_to_the_person() -> None:
    one = complaints_of(complaining(300))
    order = np.random.default_rng(1).permutation(300)
    other = complaints_of({name: values[order] for name, values in complaining(300).items()})
    own = ["text_en", "text_zh", *JUSTICES]
    pd.testing.assert_frame_equal(one[own].iloc[order].reset_index(drop=True), other[own])
    assert (complaints_of(complaining(300), month=6)["text_en"] != one["text_en"]).mean() > 0.8


def test_a_second_complaint_of_the_month_has_its_own_words() -> None:
    events = complaining(2400, person=np.repeat(np.arange(200), 12))
    events |= {name: np.zeros(2400, dtype=np.int64) for name in ("category", "severity", "product")}
    texts_of_one = complaints_of(events)["text_en"].to_numpy().reshape(200, 12)
    assert np.median([len(set(row)) for row in texts_of_one]) > 8


def test_a_month_without_complaints_gives_an_empty_table() -> None:
    check("complaints", complaints_of(complaining(0)))


# Words of complaints


def worded_as(wording: str, count: int = 14_400) -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray]]:
    about = complaining(count)
    shares = tuple(float(each == wording) for each in WORDINGS)
    who, turn = np.arange(count), np.zeros(count, dtype=np.int64)
    luck = Luck(3, "complaint texts", 1)
    english, chinese = texts(about["category"], about["severity"], about["product"], luck, who, turn, shares)
    return english, chinese, about


def test_what_people_call_a_product_is_part_of_its_name() -> None:
    assert len(PRODUCT_WORDS) == len(PRODUCTS)
    assert all(words[1] in each.name_zh for words, each in zip(PRODUCT_WORDS, PRODUCTS, strict=True))
    both = {words[:2] for words in PRODUCT_WORDS}
    assert len({english for english, _ in both}) == len({chinese for _, chinese in both}) == len(both)


@pytest.mark.parametrize("wording", WORDINGS)
def test_both_languages_say_the_same(wording: str) -> None:
    english, chinese, about = worded_as(wording)
    frame = pd.DataFrame({"english": english, "chinese": chinese, "product": about["product"]})
    assert not frame["english"].str.contains(r"[{}|\u4e00-\u9fff]|  ").any()
    assert not frame["chinese"].str.contains(r"[{}| ]|[b-zB-Z]{2}").any()
    assert frame.groupby(["product", "english"])["chinese"].nunique().max() == 1
    assert frame.groupby(["product", "chinese"])["english"].nunique().max() == 1
    names = np.array([[each[0], each[1]] for each in PRODUCT_WORDS])[about["product"]]
    for row, (in_english, in_chinese) in zip(frame.itertuples(), names, strict=True):
        named = f"the {in_english}" in row.english.lower() or f"splendid {in_english}" in row.english
        assert named == (in_chinese in row.chinese), row.english


def test_only_what_is_fitted_is_complained_about_for_its_fitting() -> None:
    for wording in WORDINGS:
        english, _, about = worded_as(wording)
        fitting = pd.Series(english).str.contains(
            "fitter|fitted|fitting|screw|installed|the flat|leans|half the wall"
        )
        fitted = np.array([each[2] == "fitted" for each in PRODUCT_WORDS])[about["product"]]
        general = pd.Series(english).str.contains("appliance")
        assert (fitted | general)[fitting].all()


def test_a_text_about_two_things_has_the_words_of_two_categories() -> None:
    english, _, about = worded_as("two things", 2880)
    bill = pd.Series(english).str.contains("invoice|charged|receipt|voucher|fee stands|bill")
    billing = about["category"] == COMPLAINT_CATEGORIES.index("billing")
    assert 0.12 < bill[~billing].mean() < 0.30  # one in five speaks of the bill besides


def test_words_tell_category_and_severity_but_not_always() -> None:
    """What a transparent classifier learns from a committed company's complaints, seen on others."""
    made = complaints_of(complaining(7200))
    wording = Luck(11, "complaint texts", 5).choice("wording", np.arange(7200), ComplaintRecords().wordings)
    learn = np.random.default_rng(2).permutation(7200) < 1000
    for text, reader in (
        ("text_en", CountVectorizer()),
        ("text_zh", CountVectorizer(analyzer="char", ngram_range=(1, 2))),
    ):
        words = reader.fit_transform(made[text])
        right = {}
        for column in ("category", "severity"):
            learned = LogisticRegression(max_iter=500).fit(words[learn], made[column][learn])
            right[column] = learned.predict(words) == made[column].to_numpy()
        assert 0.78 < right["category"][~learn].mean() < 0.92
        assert 0.75 < right["severity"][~learn].mean() < 0.92
        plain = ~learn & (wording == WORDINGS.index("plain"))
        assert right["category"][plain].mean() > 0.90
        for other in (1, 2, 3):
            assert (
                right["category"][~learn & (wording == other)].mean() < right["category"][plain].mean() - 0.1
            )
        short = ~learn & (wording == WORDINGS.index("short"))
        assert right["severity"][short].mean() == pytest.approx(0.5, abs=0.06)  # nothing in them tells


# Club and campaigns


def test_memberships_and_ledger_say_what_happened() -> None:
    joined = arrays(customer=[2, 0], day=[30, 0], event=[0, 2], tier=[0, 1])
    entries = arrays(
        customer=[2, 2, 0, 1], day=[30, 30, 0, 3], kind=[0, 1, 2, 3], points=[1599, -5000, -70, 1000],
        order=[12, 12, -1, -1],
    )  # fmt: skip
    state = a_month(
        12, events={"memberships": joined, "ledger": entries}, first={"memberships": 5, "ledger": 0}
    )
    made, ledger = club.memberships(state), club.points_ledger(state)
    check("memberships", made)
    check("points_ledger", ledger)
    assert written(made) == [
        "6,3,2022-12-31,joined,base",
        "7,1,2022-12-01,down,silver",
    ]
    assert written(ledger) == [
        "1,3,2022-12-31,earn,1599,13",
        "2,3,2022-12-31,burn,-5000,13",
        "3,1,2022-12-01,expire,-70,",
        "4,2,2022-12-04,adjust,1000,",
    ]


def test_lots_of_a_campaign() -> None:
    lots = arrays(campaign=[2, 2], customer=[7, 3], treated=[0, 1])
    made = club.campaign_assignments(a_month(17, events={"assignments": lots}))
    check("campaign_assignments", made)
    assert made.to_numpy().tolist() == [[3, 8, False], [3, 4, True]]
    nobody = club.campaign_assignments(a_month(18, events={}))
    check("campaign_assignments", nobody)
    assert nobody.empty


def test_campaigns_that_have_started_are_listed() -> None:
    made = club.campaigns(a_month(36))
    check("campaigns", made)
    assert made["starts"].dt.strftime("%Y-%m-%d").tolist() == [
        "2022-07-01", "2022-10-01", "2023-05-01", "2023-10-01", "2024-05-01",
    ]  # fmt: skip
    assert made["ends"].dt.strftime("%Y-%m-%d").tolist() == [
        "2022-08-31", "2022-11-30", "2023-07-31", "2023-11-30", "2024-06-30",
    ]  # fmt: skip
    assert made["offer"].tolist() == ["club", "discount", "service", "discount", "discount"]
    assert made["cost_per_contact"].tolist() == [0.3, 0.3, 0.3, 6.5, 0.3]
    assert club.campaigns(a_month(21))["campaign_id"].tolist() == [1, 2, 3]
    nothing = club.campaigns(a_month(6))
    check("campaigns", nothing)
    assert nothing.empty


def test_campaigns_are_as_the_course_needs_them() -> None:
    assert all(each.channel in CAMPAIGN_CHANNELS and each.offer in OFFERS for each in CAMPAIGNS)
    seekers = SEGMENTS.index("value_seeker")
    for each in CAMPAIGNS:
        if each.offer == "discount":
            assert np.argmax(each.uplift) == seekers
        assert (each.club_pull > 0) == (each.offer == "club")
        assert 0 < each.share_treated < 1
        assert 0 < each.share_reached <= 1
    assert [min(each.uplift) < 0 for each in CAMPAIGNS].count(True) == 1  # one wakes sleeping dogs
    assert all(one.month + one.months <= two.month for one, two in pairwise(CAMPAIGNS))  # none overlaps


# Staff


def test_staff_days_lie_in_their_months() -> None:
    who = people(4000, hired=np.arange(4000) % 10 + 3, left=np.where(np.arange(4000) % 2, -1, 12))
    made = house.staff(a_month(36, staff=who))
    check("staff", made)
    months = (made["hired"].dt.year - 2022) * 12 + made["hired"].dt.month
    assert (months == who["hired"]).all()
    assert (made["left_on"].dropna().dt.strftime("%Y-%m") == "2022-12").all()
    assert (made["left_on"].isna() == (who["left"] < 0)).all()
    assert set(made["hired"].dt.day) == set(range(1, 29))
    same_month = people(2000, hired=np.full(2000, 5), left=np.full(2000, 5))
    short = house.staff(a_month(36, staff=same_month))
    assert (short["left_on"] >= short["hired"]).all()
    next_month = people(3, hired=np.array([36, 37, 38]))
    assert house.staff(a_month(36, staff=next_month))["staff_id"].tolist() == [1]
    successors = house.staff(
        a_month(36, staff=people(30, post=np.zeros(30, dtype=int), hired=np.arange(1, 31)))
    )
    assert successors["hired"].dt.day.nunique() > 10
    ancient = house.staff(a_month(36, staff=people(12, hired=np.full(12, -400))))
    assert ancient["hired"].dt.strftime("%Y-%m-%d").iloc[[0, 11]].tolist() == [
        "2009-04-18",
        "2018-05-19",
    ]  # openings


def test_staff_are_asked_twice_a_year_and_eight_in_ten_answer() -> None:
    who = people(6000)
    made = asked(6, who)
    check("staff_surveys", made)
    assert len(made) / 6000 == pytest.approx(0.80, abs=0.016)
    assert set(made["asked_on"].dt.strftime("%Y-%m-%d")) == {"2022-06-15"}
    assert (made["branch_id"] == who["branch"][made["staff_id"] - 1] + 1).all()
    for month in (1, 5, 7):
        check("staff_surveys", asked(month, who))
        assert asked(month, who).empty
    left_out = made[list(STAFF_QUESTIONS)].isna().mean()
    assert left_out.mean() == pytest.approx(0.02, abs=0.004)


def test_only_those_there_are_asked_and_numbers_run_on() -> None:
    who = people(900, hired=np.repeat([0, 6, 13], 300), left=np.tile([-1, 12, 14], 300))
    waves = [asked(month, who) for month in (6, 12, 18)]
    for month, wave in zip((6, 12, 18), waves, strict=True):
        there = (who["hired"] < month) & ((who["left"] < 0) | (who["left"] > month))
        assert there[wave["staff_id"] - 1].all()
        assert len(wave) / there.sum() == pytest.approx(0.8, abs=0.1)
    ids = pd.concat(waves)["staff_survey_id"]
    assert ids.tolist() == list(range(1, len(ids) + 1))
    later = who | {
        "left": np.where(who["left"] == -1, 25, who["left"])
    }  # what is still to come changes nothing
    pd.testing.assert_frame_equal(asked(18, later), waves[2])


def test_answers_of_staff_follow_job_satisfaction_leaning_and_staffing() -> None:
    leaning = 0.6 * np.random.default_rng(4).standard_normal(24_000)
    made = asked(6, people(24_000, branches=2, leaning=leaning), [4.2, 5.0])
    answers = made[list(STAFF_QUESTIONS)].astype("Float64")
    answers["job_satisfaction_3"] = 8 - answers["job_satisfaction_3"]
    by_branch = answers.groupby(made["branch_id"]).mean().astype(float)
    jobs = [f"job_satisfaction_{number}" for number in (1, 2, 3)]
    assert by_branch[jobs].loc[1].to_numpy() == pytest.approx(np.full(3, 4.2), abs=0.04)
    assert by_branch[jobs].loc[2].to_numpy() == pytest.approx(np.full(3, 5.0), abs=0.04)
    change = (by_branch.loc[1] - by_branch.loc[2]).to_dict()
    assert change["workload"] == pytest.approx(-0.20 * -0.8, abs=0.06)
    assert change["support"] == pytest.approx(0.60 * -0.8, abs=0.06)
    assert change["stay"] == pytest.approx(0.60 * -0.8, abs=0.08)
    short = asked(6, people(24_000, branches=2, leaning=leaning), [4.2, 5.0], staffing=0.8)
    more = (
        short[list(STAFF_QUESTIONS)].astype(float).mean() - made[list(STAFF_QUESTIONS)].astype(float).mean()
    )
    assert more["workload"] == pytest.approx(-3.0 * -0.2, abs=0.03)
    assert (more.drop("workload") == 0).all()
    second = answers[made["branch_id"] == 2].astype(float)
    reliability = 0.36 / (0.36 + 0.49 + 1 / 12)  # leaning is what the items share; rounding adds a twelfth
    assert second[jobs].corr().to_numpy()[np.triu_indices(3, 1)] == pytest.approx(
        np.full(3, reliability), abs=0.03
    )
    slope = np.polyfit(
        leaning[made["staff_id"] - 1][made["branch_id"] == 2], second["support"].fillna(4.64), 1
    )[0]
    assert slope == pytest.approx(0.50, abs=0.05)


def test_one_question_on_the_job_is_reversed() -> None:
    columns = {each.name: each for each in HOUSE["staff_surveys"].columns}
    assert [name for name, each in columns.items() if each.reversed] == ["job_satisfaction_3"]
    made = asked(6, people(3000, leaning=0.6 * np.random.default_rng(5).standard_normal(3000)))
    assert (
        made["job_satisfaction_3"].astype("Float64").corr(made["job_satisfaction_1"].astype("Float64")) < -0.2
    )


# Mystery visits


def test_every_branch_is_visited_twice_a_quarter_by_two_visitors() -> None:
    quarters = [visited(month, np.full(12, 4.6)) for month in (3, 6, 9, 12, 15, 18)]
    made = pd.concat(quarters, ignore_index=True)
    check("mystery_visits", made)
    assert made["visit_id"].tolist() == list(np.repeat(np.arange(1, 145), 2))
    for month, quarter in zip((3, 6), quarters[:2], strict=True):
        visits = quarter.drop_duplicates("visit_id")
        assert visits["branch_id"].tolist() == list(np.repeat(np.arange(1, 13), 2))
        assert (visits["visited_on"].dt.month == month).all()
        assert not visits.duplicated(["branch_id", "visited_on"]).any()
    assert (quarters[0].groupby("visit_id")[["branch_id", "visited_on"]].nunique() == 1).all(axis=None)
    pairs = (
        made.groupby("visit_id")["rater"]
        .agg(["min", "max"])
        .assign(branch=made.groupby("visit_id")["branch_id"].first())
    )
    assert (pairs["min"] < pairs["max"]).all()
    assert pairs.groupby("branch").value_counts().to_list() == [2] * 72  # every pair twice, everywhere
    for month in (1, 2, 4):
        check("mystery_visits", visited(month, np.full(12, 4.6)))
        assert visited(month, np.full(12, 4.6)).empty


def test_scores_of_visitors_have_the_variance_components_that_were_put_in() -> None:
    """Estimated by the method of moments from scores far from the ends of the scale."""
    truth = MysteryVisits()
    parameters = SimpleNamespace(**vars(PARAMETERS))
    parameters.mystery = MysteryVisits(levels=(3.0,) * 6)
    state = a_month(3, parameters, house={"service": np.full(8000, 4.6)})
    made = house.mystery_visits(state)
    items = list(made.columns[4:])
    by_rater = made.groupby("rater")[items].mean().astype(float).mean(axis=1) - 3.0
    assert by_rater.to_numpy() == pytest.approx(np.array(truth.leniency), abs=0.02)
    scores = made[items].to_numpy(dtype=float) - by_rater.loc[made["rater"]].to_numpy()[:, None]
    one, two = scores[::2] - scores[::2].mean(0), scores[1::2] - scores[1::2].mean(0)
    own = ((one - two) ** 2).mean() / 2  # noise and rounding
    assert own == pytest.approx(truth.noise**2 + 1 / 12, abs=0.03)
    same_moment = (one * two).mean()  # visit and moment
    assert same_moment == pytest.approx(truth.visit**2 + truth.moment**2, abs=0.02)
    other_moment = np.mean([(one[:, a] * two[:, b]).mean() for a in range(6) for b in range(6) if a != b])
    assert other_moment == pytest.approx(truth.visit**2, abs=0.015)


def test_scores_follow_the_service_of_the_branch() -> None:
    level = np.where(np.arange(4000) % 2, 5.0, 4.2)
    made = visited(3, level)
    scores = made[list(made.columns[4:])].astype(float)
    means = scores.groupby(made["branch_id"] % 2).mean()
    truth = MysteryVisits()
    assert (means.loc[0] - means.loc[1]).mean() == pytest.approx(truth.service * 0.8, abs=0.04)
    assert means.mean().to_numpy() == pytest.approx(
        np.array(truth.levels), abs=0.08
    )  # a little lost at the end of 5


# Money


def test_spending_of_a_month_by_channel() -> None:
    spending = {"online_ad": (250_050, 31), "walk_in": (0, 12), "referral": (9_999, 4)}
    made = house.acquisition_costs(a_month(14, spending=spending))
    check("acquisition_costs", made)
    assert written(made) == [
        "2023-02-01,walk_in,0.0,12",
        "2023-02-01,online_ad,2500.5,31",
        "2023-02-01,print_ad,0.0,0",
        "2023-02-01,referral,99.99,4",
    ]


def test_profit_is_revenue_less_costs_to_the_fen() -> None:
    rng = np.random.default_rng(8)
    names = [each.name for each in HOUSE["branch_months"].columns][2:-1]
    book = {name: rng.integers(0, 10**9, 12) for name in names}
    made = house.branch_months(a_month(3, sums=book))
    check("branch_months", made)
    costs = [name for name in names if name.endswith("_cost")]
    assert len(costs) == 7
    profit = [int(book["revenue"][each]) - sum(int(book[name][each]) for name in costs) for each in range(12)]
    assert [round(100 * value) for value in made["profit"]] == profit
    in_file = made.map(lambda value: f"{value:.2f}" if isinstance(value, float) else value)
    fen = in_file[["revenue", "profit", *costs]].map(lambda value: int(value.replace(".", "")))
    assert (fen["revenue"] - fen[costs].sum(axis=1) == fen["profit"]).all()
    assert (made["discount"] * 100).round().tolist() == book["discount"].tolist()
    assert made["branch_id"].tolist() == list(range(1, 13))
    assert set(made["month"]) == {pd.Timestamp("2022-03-01")}


# Schema


def test_every_column_is_described() -> None:
    for name, table in TABLES.items():
        names = [each.name for each in table.columns]
        assert set(table.primary_key) | set(table.foreign_keys) <= set(names), name
        for each in table.columns:
            assert each.kind in KINDS
            assert each.meaning.endswith((".", ")")), (name, each.name)
            assert (each.kind == "category") == bool(each.values), (name, each.name)
            assert each.unit or each.kind not in ("money", "answer", "number"), (name, each.name)
            assert (each.low, each.high) != (None, None) or each.kind != "answer", (name, each.name)
