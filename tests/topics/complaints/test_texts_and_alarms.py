"""Triage by counting and without seen wordings; run lengths against simulation; a crisis that was made."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import poisson

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.complaints import model
from relmark_helpers.topics.complaints.model import alarm

COMPLAINTS = load("complaints")


@pytest.fixture(scope="module")
def sorted_texts():
    return {
        (language, apart): model.triage(COMPLAINTS, language, apart=apart)
        for language in ("en", "zh")
        for apart in (True, False)
    }


def test_no_wording_stands_on_both_sides_of_a_split():
    from sklearn.model_selection import GroupKFold

    for language in ("en", "zh"):
        wording = model.said(COMPLAINTS, language).to_numpy()
        for train, test in GroupKFold(5, shuffle=True, random_state=10).split(wording, groups=wording):
            assert not set(wording[train]) & set(wording[test])


def test_a_wording_is_the_same_sentence_about_any_product():
    made = pd.DataFrame(
        {
            "text_en": [
                "I have a complaint. The bill for the fan is far higher than the price we agreed.",
                "The bill for the robot vacuum cleaner is far higher than the price we agreed. This is not acceptable.",
            ]
        }
    )
    assert model.said(made.assign(text_zh=""), "en").nunique() == 1


def test_copies_of_wordings_flatter_a_model(sorted_texts):
    for language in ("en", "zh"):
        right = {
            apart: (found["actual"] == found["guess"]).mean()
            for (name, apart), found in sorted_texts.items()
            if name == language
        }
        assert right[False] > right[True] + 0.10
        listed = (
            model.by_keywords(COMPLAINTS[f"text_{language}"], language) == COMPLAINTS["category"].astype(str)
        ).mean()
        most = COMPLAINTS["category"].value_counts(normalize=True).iloc[0]
        assert most < listed < right[True] + 0.02


def test_the_models_chances_and_guesses_go_together(sorted_texts):
    found = sorted_texts["en", True]
    assert found["sure"].between(1 / 6, 1).all()
    assert set(found["guess"]) <= set(found["actual"])
    sure = found["sure"] > 0.7
    right = found["actual"] == found["guess"]
    assert right[sure].mean() > right[~sure].mean() + 0.2


def test_scores_are_those_of_scikit_learn(sorted_texts):
    from sklearn.metrics import precision_recall_fscore_support

    found = sorted_texts["zh", True]
    mine = model.triage_scores(found)
    precision, recall, _, count = precision_recall_fscore_support(
        found["actual"], found["guess"], labels=mine["class"].tolist(), zero_division=np.nan
    )
    assert mine["precision"].to_numpy() == pytest.approx(precision, nan_ok=True)
    assert mine["recall"].to_numpy() == pytest.approx(recall)
    assert mine["actual"].tolist() == count.tolist()


def test_wordings_come_as_often_as_the_company_words_them():
    from relmark_helpers.company.parameters import Parameters

    plain, two, sarcastic, short = Parameters().complaint_records.wordings
    for language in ("en", "zh"):
        found = model.wording_kinds(COMPLAINTS, language).value_counts(normalize=True)
        assert found["plain"] + found["open"] == pytest.approx(plain, abs=0.04)
        assert found[["two things", "sarcastic", "very short"]].to_numpy() == pytest.approx(
            [two, sarcastic, short], abs=0.03
        )
    assert (model.wording_kinds(COMPLAINTS, "en") == model.wording_kinds(COMPLAINTS, "zh")).all()


def test_sarcasm_and_short_texts_are_harder_than_plain_ones(sorted_texts):
    for language in ("en", "zh"):
        found = sorted_texts[language, True]
        right = (found["actual"] == found["guess"]).groupby(model.wording_kinds(COMPLAINTS, language)).mean()
        assert right["plain"] > right[["sarcastic", "very short"]].max() + 0.1


@pytest.mark.parametrize(
    "call",
    [
        lambda: model.triage_model("fr"),
        lambda: model.by_keywords(["a"], "de"),
        lambda: model.triage(COMPLAINTS, "en", target="mood"),
    ],
)
def test_unknown_words_are_refused(call):
    with pytest.raises(CourseError, match=r"'en' or 'zh'|'category' or 'severity'"):
        call()


def test_weeks_are_counted_from_monday_to_sunday():
    weeks = alarm.weekly_counts(COMPLAINTS, "2022-01-01", "2024-12-31")
    assert set(weeks.index.day_of_week) == {0}
    assert weeks.index[0] == pd.Timestamp("2022-01-03")
    first, last = weeks.index[0], weeks.index[-1] + pd.Timedelta(days=6)
    assert last <= pd.Timestamp("2024-12-31")
    assert weeks.sum() == COMPLAINTS["opened"].between(first, last).sum()
    assert (
        weeks.iloc[40]
        == COMPLAINTS["opened"].between(weeks.index[40], weeks.index[40] + pd.Timedelta(days=6)).sum()
    )


def test_run_length_of_the_chart_is_that_of_simulated_weeks():
    limit = alarm.upper_limit(4.0, 2.0)
    rng = np.random.default_rng(3)
    waits = rng.geometric(1 - poisson.cdf(np.floor(limit), 4.0), 20_000).mean()
    assert alarm.run_length(4.0, limit) == pytest.approx(waits, rel=0.03)
    counts = rng.poisson(4.0, (4000, 400))
    above = counts > limit
    assert np.where(above.any(axis=1), above.argmax(axis=1) + 1, np.nan)[
        above.any(axis=1)
    ].mean() == pytest.approx(alarm.run_length(4.0, limit), rel=0.06)


@pytest.mark.parametrize("mean", [4.0, 8.0])
def test_run_length_of_the_sum_is_that_of_simulated_weeks(mean):
    rng = np.random.default_rng(4)
    lengths = []
    for _ in range(1500):
        total, week = 0.0, 0
        while total <= 6.0:
            week += 1
            total = max(0.0, total + rng.poisson(mean) - 5.75)
        lengths.append(week)
    assert model.sum_run_length(mean, 5.75, 6.0, 4) == pytest.approx(np.mean(lengths), rel=0.08)


def test_a_threshold_keeps_its_promise_and_is_the_smallest():
    found = model.threshold_for(4.0, 5.75, 300)
    assert model.sum_run_length(4.0, 5.75, found, 4) >= 300 > model.sum_run_length(4.0, 5.75, found - 0.5, 4)


def test_the_running_sum_sees_a_crisis_sooner_than_a_chart_with_as_many_false_alarms():
    limit = alarm.upper_limit(4.0)
    reference = 5.75
    threshold = model.threshold_for(4.0, reference, alarm.run_length(4.0, limit))
    assert model.sum_run_length(8.0, reference, threshold, 4) < alarm.run_length(8.0, limit)


def test_a_made_crisis_begins_when_it_was_made():
    both = alarm.crisis_weeks()
    tables = alarm.weekly_counts(COMPLAINTS, "2022-01-01", "2024-12-31")
    assert (both["usual"] == tables).all()
    assert (both.loc[:"2024-06-24", "usual"] == both.loc[:"2024-06-24", "crisis"]).all()
    half = both.loc["2024-07-01":].sum()
    more = half["crisis"] / half["usual"]
    more_an_order = more / (half["crisis_orders"] / half["usual_orders"])
    assert 1.15 < more < 1.35
    assert 1.4 < more_an_order < 1.75


def test_a_crisis_lies_above_the_usual():
    with pytest.raises(CourseError, match="more than the usual"):
        model.reference_value(4.0, 4.0)
