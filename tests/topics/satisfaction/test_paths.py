"""The ten paths: estimates against linear algebra and against a truth that is known."""

import itertools

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.satisfaction.chart.paths import compared_paths
from relmark_helpers.topics.satisfaction.model import correction, effects, measurement, paths

TRUTH = dict(zip(paths.PATHS, (-0.50, 0.70, -0.55, 0.75, 0.60, 0.40, 0.30, 0.50, 0.60, 0.35), strict=True))


def factors(rng, people):
    """Latent factors by the linear model, without scale or rounding."""
    made = {name: rng.standard_normal(people) for name in ("desires", "performance", "expectations")}
    for effect in paths.EFFECTS:
        made[effect] = 0.5 * rng.standard_normal(people) + sum(
            TRUTH[cause, effect] * made[cause] for cause in paths.causes_of(effect)
        )
    return pd.DataFrame(made)[list(paths.MODEL)]


def items(rng, latent, error=0.8):
    """Three items a factor: factor plus error, no ceiling."""
    columns = {
        item: latent[name] + error * rng.standard_normal(len(latent))
        for name in latent
        for item in measurement.items_of(name)
    }
    return pd.DataFrame(columns)


@pytest.fixture(scope="module")
def sample():
    rng = np.random.default_rng(2026)
    latent = factors(rng, 20_000)
    return latent, items(rng, latent)


def test_the_truth_of_the_company_is_that_of_the_simulation():
    found = paths.true_paths().set_index(["cause", "effect"])["structural"]
    assert found.to_dict() == pytest.approx(TRUTH)


def test_regression_paths_are_least_squares_by_linear_algebra():
    scores = measurement.construct_scores(load("surveys"))
    found = paths.regression_paths(scores).set_index(["cause", "effect"])
    for effect in paths.EFFECTS:
        causes = paths.causes_of(effect)
        complete = scores[[effect, *causes]].dropna()
        design = np.column_stack([np.ones(len(complete)), complete[causes]])
        slopes, residual, *_ = np.linalg.lstsq(design, complete[effect], rcond=None)
        error = np.sqrt(residual[0] / (len(complete) - 3) * np.diag(np.linalg.inv(design.T @ design)))
        for number, cause in enumerate(causes, start=1):
            row = found.loc[(cause, effect)]
            assert row["estimate"] == pytest.approx(slopes[number], abs=1e-9)
            assert row["standard_error"] == pytest.approx(error[number], abs=1e-9)
            assert row["high"] - row["low"] == pytest.approx(2 * 1.959964 * error[number], abs=1e-6)
            ratio = complete[cause].std() / complete[effect].std()
            assert row["standardised"] == pytest.approx(slopes[number] * ratio, abs=1e-9)


def test_regression_on_the_factors_themselves_finds_the_truth(sample):
    found = paths.regression_paths(sample[0]).set_index(["cause", "effect"])
    far = [
        path
        for path in TRUTH
        if abs(found.loc[path, "estimate"] - TRUTH[path]) > 3.5 * found.loc[path, "standard_error"]
    ]
    assert far == []


def test_error_in_independent_causes_shrinks_their_paths_by_the_reliability(sample):
    _, answered = sample
    scores = answered.T.groupby(lambda item: item[:-2]).mean().T
    found = paths.regression_paths(scores).set_index(["cause", "effect"])["estimate"]
    reliability = 1 / (1 + 0.64 / 3)  # factor variance 1, error variance 0.64 over three items
    for path in paths.PATHS[:4]:  # desires, performance and expectations are independent in this sample
        assert found[path] == pytest.approx(TRUTH[path] * reliability, abs=0.02)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("way", ["corrected", "sem"])
def test_correction_and_structural_equation_model_find_the_truth(sample, way, monkeypatch):
    for module in (paths, correction):
        monkeypatch.setattr(
            module, "turned_items", lambda surveys, constructs: surveys
        )  # the sample has no scale
    found = (
        correction.corrected_paths(sample[1], draws=40) if way == "corrected" else paths.sem_paths(sample[1])
    )
    found = found.set_index(["cause", "effect"])
    for path, true in TRUTH.items():
        row = found.loc[path]
        assert abs(row["estimate"] - true) < 3.5 * row["standard_error"], path
        assert row["standard_error"] < 0.03


def test_corrected_intervals_hold_the_truth_about_as_often_as_they_say(monkeypatch):
    for module in (paths, correction):
        monkeypatch.setattr(module, "turned_items", lambda surveys, constructs: surveys)
    rng = np.random.default_rng(7)
    held = []
    for _ in range(20):
        found = correction.corrected_paths(items(rng, factors(rng, 500)), draws=60, rng=rng)
        held += [row.low <= TRUTH[row.cause, row.effect] <= row.high for row in found.itertuples()]
    # 200 intervals at 95 %: 4 standard errors below are 0.888
    assert np.mean(held) > 0.888


def test_in_the_company_regression_misses_and_correction_comes_close():
    surveys, truth = load("surveys"), paths.true_paths()["structural"]
    plain = paths.regression_paths(measurement.construct_scores(surveys))["estimate"] - truth
    corrected = correction.corrected_paths(surveys, draws=20)["estimate"] - truth
    assert abs(plain).mean() > 0.1
    assert abs(corrected).mean() < 0.04


def test_noise_bends_regression_and_not_the_correction():
    answered = correction.complete_items(load("surveys"))
    calm = correction.noisy_estimates(answered, len(answered), 0.0, rng=1)
    noisy = correction.noisy_estimates(answered, len(answered), 1.5, rng=1)
    shrunk = noisy["regression"]["estimate"].abs().sum() / calm["regression"]["estimate"].abs().sum()
    kept = noisy["corrected"]["estimate"].abs().sum() / calm["corrected"]["estimate"].abs().sum()
    assert shrunk < 0.7
    assert kept == pytest.approx(1, abs=0.1)


def routes(factor):
    """Every route from a factor to overall satisfaction, by trying all."""
    goal = "overall_satisfaction"
    for length in (1, 2, 3):
        for between in itertools.permutations(paths.MODEL, length - 1):
            steps = list(itertools.pairwise((factor, *between, goal)))
            if all(step in TRUTH for step in steps):
                yield steps


def test_total_effects_are_sums_over_routes_of_products_of_paths():
    table = paths.true_paths()
    found = effects.effects_on_satisfaction(table, "structural")
    for factor in measurement.FACTORS:
        expected = sum(np.prod([TRUTH[step] for step in route]) for route in routes(factor))
        assert found.loc[factor, "total"] == pytest.approx(expected, abs=1e-12)
        direct = TRUTH.get((factor, "overall_satisfaction"), 0)
        assert found.loc[factor, "direct"] == direct
        assert found.loc[factor, "indirect"] == pytest.approx(expected - direct, abs=1e-12)


def test_a_push_arrives_as_the_total_effect_says():
    table = paths.true_paths()
    total = effects.effects_on_satisfaction(table, "structural")["total"]
    push = {"performance": 0.4, "expectations": -0.3, "information_satisfaction": 0.2}
    arrived = effects.shifts(table, push, "structural")["overall_satisfaction"]
    assert arrived == pytest.approx(sum(total[name] * size for name, size in push.items()), abs=1e-12)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            lambda: paths.regression_paths(pd.DataFrame({"desires": [1.0]})),
            "The table of scores lacks the column 'performance'",
        ),
        (
            lambda: paths.regression_paths(pd.DataFrame(1.0, range(9), paths.MODEL)),
            "The paths need at least 30 complete",
        ),
        (
            lambda: correction.corrected_paths(load("surveys").head(20)),
            "The correction needs at least 30 complete rows",
        ),
        (
            lambda: correction.corrected_paths(load("surveys"), draws=5),
            "The correction needs at least 30 complete rows",
        ),
        (
            lambda: paths.sem_paths(load("surveys").head(50)),
            "The structural equation model needs at least 100",
        ),
        (
            lambda: correction.noisy_estimates(np.ones((50, 24)), 10, 0.0, 1),
            "Ask for at least 30 respondents",
        ),
        (
            lambda: correction.noisy_estimates(np.ones((50, 24)), 40, float("nan"), 1),
            "Ask for at least 30 respondents",
        ),
        (
            lambda: effects.shifts(paths.true_paths(), {"price": 1}, "structural"),
            "There is no factor 'price'",
        ),
        (
            lambda: effects.effects_on_satisfaction(paths.true_paths()),
            "The table lacks the column 'estimate'",
        ),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)


def test_an_estimate_beyond_the_picture_stands_at_its_edge_as_an_arrow():
    truth = paths.true_paths()
    far = {"regression": truth.assign(estimate=[1.4, -1.2, *truth["structural"].iloc[2:]])}
    lines = compared_paths(far, truth).axes[0].lines
    arrows = {line.get_marker(): line.get_xydata()[0, 0] for line in lines if line.get_marker() in "<>"}
    assert arrows == {">": 1.05, "<": -1.05}
