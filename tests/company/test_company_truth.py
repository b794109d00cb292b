"""Whether what the course teaches can be found in the company, and comes near the truth."""

from __future__ import annotations

import pandas as pd
import pytest
from company_figures import (
    CONSTRUCTS,
    alpha,
    bought_again,
    intention_and_behaviour,
    items,
    monopoly,
    not_again,
    scores,
    slopes,
    standardised,
    treadmill,
)

from relmark_helpers.company.engine import Run, simulate

Tables = dict[str, pd.DataFrame]

# The ten paths as the course's design gives them, typed here once more: the engine must not be its own witness.
PATHS = {
    "desires_congruency": {"desires": -0.50, "performance": 0.70},
    "expectations_congruency": {"expectations": -0.55, "performance": 0.75},
    "attribute_satisfaction": {"desires_congruency": 0.60, "expectations_congruency": 0.40},
    "information_satisfaction": {"desires_congruency": 0.30, "expectations_congruency": 0.50},
    "overall_satisfaction": {"attribute_satisfaction": 0.60, "information_satisfaction": 0.35},
}


@pytest.fixture(scope="module")
def larger() -> Run:
    return simulate(customers=12_000, seed=7)


@pytest.mark.parametrize("effect", PATHS)
def test_least_squares_on_the_factors_finds_every_path(effect: str, larger: Run, large: Run) -> None:
    causes = list(PATHS[effect])
    found = slopes(larger.survey_latents[effect], larger.survey_latents[causes])
    for cause, points in PATHS[effect].items():
        slope, error = found.loc[cause]
        assert abs(slope - points) < 3 * error, (cause, slope, error)
    # Who is asked and answers depends a little on experience: with ever more answers that, and not chance, remains.
    found = slopes(large.survey_latents[effect], large.survey_latents[causes])
    assert found["slope"].to_dict() == pytest.approx(PATHS[effect], abs=0.015)


@pytest.mark.parametrize("effect", PATHS)
def test_scores_of_items_attenuate_the_paths(effect: str, large_tables: Tables) -> None:
    score = scores(large_tables["surveys"])
    found = slopes(score[effect], score[list(PATHS[effect])])
    points = pd.Series(PATHS[effect])
    assert found["slope"].abs().sum() < 0.93 * points.abs().sum()
    if "performance" in points:
        assert (found["slope"].abs() + 3 * found["error"] < points.abs()).all()


def test_the_table_of_truth_says_the_same_paths(committed: Tables) -> None:
    truth = committed["truth"].query("quantity == 'path' and measure == 'structural'")
    told = {(row.cause, row.effect): row.value for row in truth.itertuples()}
    assert told == {(cause, effect): points for effect, of in PATHS.items() for cause, points in of.items()}


def test_standardised_paths_are_those_of_the_factors(large: Run, large_tables: Tables) -> None:
    truth = large_tables["truth"].query("measure == 'standardised'").set_index(["effect", "cause"])["value"]
    latents = standardised(large.survey_latents)
    for effect, causes in PATHS.items():
        found = slopes(latents[effect], latents[list(causes)])["slope"]
        assert found.to_dict() == pytest.approx(truth[effect].to_dict(), abs=1e-9)


def test_reliability_comes_near_alpha(committed: Tables) -> None:
    told = committed["truth"].query("quantity == 'reliability'").set_index("effect")["value"]
    measured = {name: alpha(items(committed["surveys"], name)) for name in CONSTRUCTS}
    assert told.to_dict() == pytest.approx(measured, abs=0.03)
    assert told.min() > 0.6


def test_items_scatter_as_they_are_said_to(large_tables: Tables) -> None:
    # Two items of a factor in the middle of the scale differ by their noise (0.80 each) and by rounding (1/12 each).
    answers = items(large_tables["surveys"], "desires_congruency")
    gap = answers.iloc[:, 0] - answers.iloc[:, 1]
    assert gap.std() == pytest.approx((2 * (0.80**2 + 1 / 12)) ** 0.5, rel=0.02)


def test_correction_for_reliability_brings_the_correlation_back(large: Run, large_tables: Tables) -> None:
    reliability = large_tables["truth"].query("quantity == 'reliability'").set_index("effect")["value"]
    pair = ["overall_satisfaction", "trust"]
    seen = scores(large_tables["surveys"])[pair].corr().iloc[0, 1]
    true = large.survey_latents[pair].corr().iloc[0, 1]
    assert seen < true - 0.05
    assert seen / (reliability[pair[0]] * reliability[pair[1]]) ** 0.5 == pytest.approx(true, abs=0.02)
    assert 0.40 < true < 0.55
    assert 0.8 < large.survey_latents["trust"].std() < 1.1


@pytest.mark.parametrize("company", ["committed", "large_tables"])
def test_satisfaction_predicts_intention_and_trust_predicts_behaviour(
    company: str, request: pytest.FixtureRequest
) -> None:
    found = intention_and_behaviour(request.getfixturevalue(company))
    intention, behaviour = found.loc["intention"], found.loc["bought_again"]
    assert intention.loc["overall_satisfaction", "slope"] > 2 * intention.loc["trust", "slope"]
    assert behaviour.loc["trust", "slope"] > 4 * behaviour.loc["overall_satisfaction", "slope"]
    assert behaviour.loc["trust", "slope"] > 10 * behaviour.loc["trust", "error"]


def test_the_treadmill_can_be_seen(committed: Tables) -> None:
    gap = treadmill(committed, treated=[1, 2, 3, 4])
    early, late = gap.loc[5:6].mean(), gap.loc[11:12].mean()
    assert early["performance"] == pytest.approx(late["performance"], abs=0.1)
    assert late["performance"] > 0.8
    assert late["expectations"] > early["expectations"] + 0.3
    assert early["overall_satisfaction"] > 0.5
    assert 0.15 < late["overall_satisfaction"] < 0.8 * early["overall_satisfaction"]


def test_the_treadmill_is_no_accident_of_the_sample(large_tables: Tables) -> None:
    gap = treadmill(large_tables, treated=[1, 2, 3, 4])["overall_satisfaction"]
    assert gap.loc[1:4].abs().max() < 0.08
    assert gap[5] > 0.5
    assert 0.25 < gap.loc[9:12].mean() < 0.8 * gap[5]


@pytest.mark.parametrize("company", ["committed", "large_tables"])
def test_dissatisfied_customers_keep_buying_where_there_is_no_rival(
    company: str, request: pytest.FixtureRequest
) -> None:
    again = monopoly(request.getfixturevalue(company))["mean"]
    assert again[True, False] - again[True, True] > 0.08  # with rivals the dissatisfied go
    assert again[False, False] - again[False, True] < 0.04  # without they stay


def test_satisfied_customers_leave_too(committed: Tables) -> None:
    satisfied = scores(committed["surveys"])["overall_satisfaction"] >= 5
    again = bought_again(committed, months=12)[satisfied]
    assert 0.05 < 1 - again.mean() < 0.20


def test_the_company_is_plausible(committed: Tables) -> None:
    assert 0.15 < not_again(committed, 2022) < 0.35
    assert 0.15 < not_again(committed, 2023) < 0.35
    assert 0.40 < committed["survey_invitations"]["answered"].mean() < 0.46
    assert 6_500 < len(committed["surveys"]) < 7_500
    answers = committed["surveys"].filter(regex=r"_\d$")
    assert 0.008 < answers.isna().to_numpy().mean() < 0.012
