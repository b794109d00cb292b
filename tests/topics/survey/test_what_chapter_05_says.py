"""Each thing that chapter 05 says of the data in words holds in the data."""

import itertools

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.store import load
from relmark_helpers.company.wording.house import CHECKLIST
from relmark_helpers.topics.satisfaction import model as satisfaction
from relmark_helpers.topics.survey import explorer, model
from relmark_helpers.topics.survey.model.mixer import ASKING

SURVEYS = load("surveys")
INVITATIONS = load("survey_invitations").set_index("invitation_id")
WAVE = SURVEYS["invitation_id"].map(INVITATIONS["wave"])
BRANCH = SURVEYS["customer_id"].map(load("customers").set_index("customer_id")["branch_id"])
VISITS = load("mystery_visits")
POINTS = list(CHECKLIST)


@pytest.fixture(scope="module")
def everyone():
    return model.everyone_invited()


@pytest.fixture(scope="module")
def people(everyone):
    return model.prepared(model.customers_of_a_year(everyone))


@pytest.fixture(scope="module")
def by_wave():
    return {wave: model.net_promoter_score(group) for wave, group in SURVEYS["nps"].groupby(WAVE)}


def true_score(table):
    return 100 * (table["promoter"].mean() - table["detractor"].mean())


def test_of_eleven_changes_one_excludes_0_and_it_is_the_start_of_the_programme(by_wave):
    moves = {wave: model.change(by_wave[wave - 1], by_wave[wave]) for wave in range(2, 13)}
    assert [wave for wave, move in moves.items() if not move.low <= 0 <= move.high] == [5]
    assert satisfaction.quality_programme()["starts"] == "2023H1"  # wave 5 asks at the end of March 2023
    assert pytest.approx(0.4, abs=0.05) == 1 - 0.95**11


def test_at_200_answers_a_change_must_exceed_about_15_points():
    score = model.promoter_score(0.40, 0.25, 200)
    assert 1.96 * np.sqrt(2) * score.standard_error == pytest.approx(15, abs=1)
    assert model.chance_to_notice(2, np.sqrt(2) * score.standard_error) < 0.07
    more = model.promoter_score(0.55, 0.40, 200)
    assert more.standard_error > score.standard_error


def test_the_item_that_goes_against_the_others_is_one_of_the_best_when_turned():
    names = [f"loyalty_{name}" for name in ("initiative", "repurchase", "recommendation", "resistance")]
    draft = SURVEYS[[*names, "trust_1", "trust_2", "trust_3", "ces"]].astype("Float64")
    before = model.item_analysis(draft).set_index("item")
    assert before["item_total"].idxmin() == "trust_3"
    assert before.loc["trust_3", "item_total"] < -0.5
    after = model.item_analysis(draft.assign(trust_3=8 - draft["trust_3"])).set_index("item")
    assert "trust_3" in after["item_total"].nlargest(3).index
    assert after["item_total"].idxmin() == "ces"
    alpha = model.alpha_with_interval(draft.assign(trust_3=8 - draft["trust_3"])).value
    assert after.loc["ces", "alpha_without"] == pytest.approx(alpha, abs=0.005)


def test_two_unrelated_halves_of_six_reach_about_0_8():
    assert model.alpha_of_blocks(12, 0.6, 0.0) == pytest.approx(0.8, abs=0.03)


def test_gaps_are_less_reliable_than_their_parts_and_the_slopes_are_not_opposite():
    scores = satisfaction.construct_scores(SURVEYS)
    pair = scores[["performance", "expectations"]]
    alphas = satisfaction.reliabilities(SURVEYS)[["performance", "expectations"]]
    gap = model.difference_reliability(tuple(alphas), pair.corr().iloc[0, 1], tuple(pair.std()))
    assert gap < alphas.min()
    found = model.both_sides(scores, "overall_satisfaction", "performance", "expectations")
    assert found["perception"].value > 2 * abs(found["expectation"].value)
    assert found["expectation"].high < 0 < found["sum"].low


def test_the_slopes_put_in_are_not_opposite_either():
    total = satisfaction.effects_on_satisfaction(satisfaction.true_paths(), "structural")["total"]
    assert total["performance"] > 0.5
    assert -0.3 < total["expectations"] < -0.1


def test_those_who_answer_are_older_trust_more_and_are_a_little_more_satisfied(everyone):
    means = everyone.groupby("answered")[["age", "trust", "satisfaction"]].mean()
    assert (means.loc[True] > means.loc[False]).all()
    assert 0 < means["satisfaction"].diff().iloc[1] < means["trust"].diff().iloc[1]


def test_most_waves_hold_the_truth_and_all_together_miss_it(everyone, by_wave):
    held = [
        by_wave[wave].low <= true_score(group) <= by_wave[wave].high
        for wave, group in everyone.groupby("wave")
    ]
    assert len(held) / 2 < sum(held) < len(held)
    assert model.net_promoter_score(SURVEYS["nps"]).low > true_score(everyone)


def test_clustering_by_customer_widens_the_interval_and_it_still_misses(everyone):
    coded = (
        pd.cut(SURVEYS["nps"].astype("Float64"), [-1, 6, 8, 10], labels=False).astype("Float64") * 100 - 100
    )
    found, effect = model.clustered_mean(coded, SURVEYS["customer_id"])
    assert 1.1 < effect < 2
    assert found.low > true_score(everyone)


def test_raking_moves_the_score_the_right_way_by_a_fraction_and_trust_still_answers(everyone):
    sample = everyone[everyone["answered"]].reset_index(drop=True)
    margins = {name: everyone[name].value_counts() for name in ("age_group", "branch_id", "method")}
    weight = model.rake(sample, margins)
    coded = (
        pd.cut(SURVEYS["nps"].astype("Float64"), [-1, 6, 8, 10], labels=False).astype("Float64") * 100 - 100
    )
    raked = model.weighted_mean(coded, weight).value
    plain, truth = coded.mean(), true_score(everyone)
    assert truth < raked < plain
    assert plain - raked < 0.5 * (plain - truth)
    cells = ["age_group", "branch_id"]
    trust = everyone.groupby([*cells, "answered"])["trust"].mean().unstack()
    assert (trust[True] > trust[False]).mean() > 0.8


def test_methods_of_the_survey_do_not_differ_beyond_chance_and_each_is_too_high(everyone):
    method = SURVEYS["invitation_id"].map(INVITATIONS["method"]).astype(str)
    found = {name: model.net_promoter_score(group) for name, group in SURVEYS["nps"].groupby(method)}
    for one, other in itertools.combinations(found.values(), 2):
        move = model.change(one, other)
        assert move.low < 0 < move.high
    assert all(found[name].value > true_score(group) for name, group in everyone.groupby("method"))


def test_with_every_answer_more_the_interval_holds_the_truth_less_often():
    held = [
        explorer.explore_silence.view(answers=n).table.set_index("quantity")["value"]["intervals that hold"]
        for n in (50, 500, 5000)
    ]
    assert held[0] > held[1] > held[2]


def test_weights_by_branch_take_away_a_little_of_the_bias_of_silence():
    found = explorer.explore_silence.view(weights="branch").table.set_index("quantity")["value"]
    whole, left = found["without weights"] - found["truth"], found["expected"] - found["truth"]
    assert 0 < whole - left < 0.25 * whole


def test_evening_visits_stay_a_draw_with_all_respondents_there_are():
    says = explorer.explore_kano_sorter.view(feature="evening and weekend visits", respondents=400).says
    assert "may be chance" in says
    assert "beyond chance" in explorer.explore_kano_sorter.view(respondents=40).says  # a clear must-be


def test_with_stated_importance_another_dimension_stands_under_keep_it_up():
    def keep(importance):
        table = explorer.explore_importance.view(importance=importance).table
        return set(table.loc[table["quadrant"] == "keep it up", "attribute"])

    assert keep("stated") == {"assurance"} != keep("shares")


def test_the_courtesy_call_delights_the_older_and_annoys_the_younger():
    kano = model.kano_study(240, rng=5)
    calls = kano[kano["feature"] == "courtesy call after a month"]
    for group, letter in (("45 and over", "A"), ("under 45", "R")):
        counts = model.kano_counts(calls[calls["age_group"] == group])
        found = model.kano_summary(counts).iloc[0]
        assert found["class"] == letter
        assert found["lead_low"] > 0
    together = model.kano_summary(model.kano_counts(calls)).iloc[0]
    assert together["lead_low"] < 0 < together["lead_high"]


def test_assurance_is_called_most_important_and_reliability_moves_most_and_is_worst():
    study = model.service_study(600, rng=5)
    perceived = model.dimension_scores(study)["perception"]
    names = list(model.DIMENSIONS)
    found = model.driver_shares(perceived.assign(overall=study["overall"]), "overall", names, draws=200)
    found = found.set_index("cause")
    assert found["share"].idxmax() == "reliability"
    assert found.loc["reliability", "low"] > found.drop("reliability")["high"].max()
    assert max(names, key=lambda name: study[f"stated_{name}"].mean()) == "assurance"
    assert perceived.mean().idxmin() == "reliability"


def test_two_thirds_of_the_ticks_are_equal_and_kappa_is_near_0_3():
    shares, kappas = [], []
    for point in POINTS:
        pair = model.paired_ratings(VISITS, point)
        same, kappa = model.agreement(pair["a"] >= 4, pair["b"] >= 4)
        shares.append(same)
        kappas.append(kappa.value)
    assert np.mean(shares) == pytest.approx(2 / 3, abs=0.02)
    assert np.mean(kappas) == pytest.approx(0.3, abs=0.05)
    strict = VISITS[POINTS].mean(axis=1).groupby(VISITS["rater"]).mean()
    assert strict.max() - strict.min() > 0.5


def test_interviews_have_few_answers_and_follow_up_comes_nearest(people):
    both = {"questionnaire": 30_000, "in_home_interview": 30_000}
    errors = {
        "letters": model.survey_mix(people, {"questionnaire": 60_000}),
        "interviews": model.survey_mix(people, {"in_home_interview": 60_000}),
        "pot": model.survey_mix(people, both),
        "follow": model.survey_mix(people, both, "follow_up"),
    }
    assert errors["letters"].answers["questionnaire"] == 3866
    assert errors["interviews"].answers["in_home_interview"] == 180
    assert min(errors, key=lambda name: errors[name].error) == "follow"
    assert errors["pot"].error > errors["interviews"].error


def test_no_single_method_is_accurate_or_full_and_only_the_follow_up_is_both(people):
    spread = model.visit_variances(VISITS, POINTS)
    for name in model.METHODS:
        for combine in ("pool", "weight"):
            mix = model.survey_mix(people, {name: 60_000}, combine, spread)
            assert not mix.error <= 0.15
            assert not (mix.heard >= 0.8 and mix.answers.get("mystery_shopper", 0) >= 12)
            assert (mix.error <= 0.20) == (name in ("telephone", "in_home_interview"))
    best = dict.fromkeys(model.COMBINING, 9.0)
    both = dict.fromkeys(model.COMBINING, 0)
    follow_ups = []
    for q, t, h in itertools.product(range(0, 55, 6), repeat=3):
        if (g := 54 - q - t - h) < 0:
            continue
        money = dict(zip(model.METHODS, (1000 * each for each in (q, t, h, g, 6)), strict=True))
        for combine in model.COMBINING:
            mix = model.survey_mix(people, money, combine, spread)
            if np.isfinite(mix.error):
                best[combine] = min(best[combine], mix.error)
            both[combine] += bool(mix.error <= 0.15 and mix.heard >= 0.8)
            follow_ups += [mix.error <= 0.15] if combine == "follow_up" else []
    assert best["pool"] > 0.15
    assert best["weight"] > 0.15
    assert best["follow_up"] < 0.15
    assert both["pool"] == both["weight"] == 0 < both["follow_up"]
    assert not all(follow_ups)
    assert len(ASKING) == 4


def test_a_year_s_league_table_is_signal_and_a_quarter_s_change_is_luck():
    def league(which):
        return {b: model.net_promoter_score(SURVEYS["nps"][which & (b == BRANCH)]) for b in range(1, 13)}

    def signal(found):
        table = pd.DataFrame({b: vars(each) for b, each in found.items()}).T
        return model.signal_share(table["value"], table["standard_error"])

    quarters = {wave: league(wave == WAVE) for wave in range(5, 13)}
    levels = np.mean([signal(quarters[wave]) for wave in range(6, 13)])
    changes = np.mean(
        [
            signal({b: model.change(quarters[w - 1][b], quarters[w][b]) for b in range(1, 13)})
            for w in range(6, 13)
        ]
    )
    assert signal(league(WAVE > 8)) > 0.8
    assert 0.4 < levels < 0.8
    assert changes < 0.25


def test_the_nps_predicts_no_better_than_satisfaction_and_trust_does():
    again = satisfaction.bought_again(SURVEYS, load("orders")).astype("Float64")
    scores = satisfaction.construct_scores(SURVEYS)
    columns = {"nps": SURVEYS["nps"], "ces": SURVEYS["ces"], "trust": scores["trust"]}
    columns |= {"satisfaction": scores["overall_satisfaction"], "again": again}
    table = pd.DataFrame(columns).dropna().astype(float)
    found = table.corr()["again"].drop("again")
    error = 1 / np.sqrt(len(table))
    assert abs(found["nps"] - found["satisfaction"]) < 2 * error
    assert abs(found["nps"] - found["ces"]) < 2 * error
    assert found["trust"] - found.drop("trust").max() > 2 * error
    assert found.max() < 0.3
