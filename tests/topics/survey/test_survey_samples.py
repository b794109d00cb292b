"""Weights, raters, the truth about everybody, and the mixer: against formulas and surveys that are drawn."""

import numpy as np
import pandas as pd
import pytest

from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
from relmark_helpers.topics.survey.model import everyone, mixer, raters, weights


def crooked(rng, people=2000):
    """A sample whose margins are off."""
    return pd.DataFrame(
        {"age": rng.choice(["a", "b", "c"], people, p=[0.5, 0.3, 0.2]), "club": rng.choice([0, 1], people)}
    )


def test_raking_one_margin_is_post_stratification():
    sample = crooked(np.random.default_rng(1))
    wanted = {"a": 0.2, "b": 0.3, "c": 0.5}
    found = weights.rake(sample, {"age": wanted})
    expected = sample["age"].map(wanted) / sample["age"].map(sample["age"].value_counts(normalize=True))
    assert found.to_numpy() == pytest.approx(expected.to_numpy())


def test_raked_weights_meet_both_margins_and_leave_the_association_alone():
    sample = crooked(np.random.default_rng(2))
    margins = {"age": {"a": 300, "b": 300, "c": 400}, "club": {0: 0.7, 1: 0.3}}
    found = weights.rake(sample, margins)
    assert found.mean() == pytest.approx(1)
    age = found.groupby(sample["age"]).sum() / found.sum()
    club = found.groupby(sample["club"]).sum() / found.sum()
    assert age.to_dict() == pytest.approx({"a": 0.3, "b": 0.3, "c": 0.4})
    assert club.to_dict() == pytest.approx({0: 0.7, 1: 0.3})
    # raking multiplies rows and columns: odds ratios of the sample stay
    before = pd.crosstab(sample["age"], sample["club"])
    after = pd.crosstab(sample["age"], sample["club"], found, aggfunc="sum")
    for table in (before, after):
        table["odds"] = table[0] / table[1]
    assert after.loc["a", "odds"] / after.loc["b", "odds"] == pytest.approx(
        before.loc["a", "odds"] / before.loc["b", "odds"]
    )


def test_kish_effect_is_one_plus_the_squared_variation_of_the_weights():
    each = pd.Series(np.random.default_rng(3).uniform(0.5, 3, 500))
    assert weights.weighting_effect(each) == pytest.approx(1 + each.var(ddof=0) / each.mean() ** 2)


def test_a_weighted_mean_undoes_unequal_chances_and_knows_its_error():
    rng = np.random.default_rng(4)
    felt = rng.normal(5, 1, 20_000)
    chance = 1 / (1 + np.exp(-(felt - 5)))
    errors = []
    for _ in range(300):
        kept = rng.uniform(size=20_000) < 0.05 * chance
        found = weights.weighted_mean(pd.Series(felt[kept]), pd.Series(1 / chance[kept]))
        errors.append((found.value - felt.mean()) / found.standard_error)
    assert np.mean(errors) == pytest.approx(0, abs=0.2)
    assert np.std(errors) == pytest.approx(1, abs=0.12)


def test_a_clustered_mean_finds_the_design_effect_of_equal_groups():
    rng = np.random.default_rng(5)
    groups, size, alike = 800, 10, 0.2
    values = np.sqrt(alike) * rng.standard_normal((groups, 1)) + np.sqrt(1 - alike) * rng.standard_normal(
        (groups, size)
    )
    found, effect = weights.clustered_mean(
        pd.Series(values.ravel()), pd.Series(np.repeat(np.arange(groups), size))
    )
    assert effect == pytest.approx(weights.cluster_effect(size, alike), rel=0.12)
    assert found.standard_error == pytest.approx(values.mean(axis=1).std(ddof=1) / np.sqrt(groups), rel=0.01)


def test_kappa_is_the_formula_written_out():
    first, second = pd.Series([1, 1, 1, 0, 0, 0, 0, 1]), pd.Series([1, 0, 1, 0, 0, 1, 0, 1])
    same, kappa = raters.agreement(first, second)
    assert same == 6 / 8
    chance = 0.5 * 0.5 + 0.5 * 0.5
    assert kappa.value == pytest.approx((6 / 8 - chance) / (1 - chance))


def test_weighted_kappa_counts_squared_distances_of_the_values_themselves():
    rng = np.random.default_rng(6)
    a = rng.choice([1, 2, 4, 5], 300)  # nobody gives a 3
    b = np.clip(a + rng.integers(-1, 2, 300), 1, 5)
    b[b == 3] = 4
    _, kappa = raters.agreement(pd.Series(a), pd.Series(b), weighted=True)
    expected = 1 - ((a - b) ** 2).mean() / ((a[:, None] - b[None, :]) ** 2).mean()
    assert kappa.value == pytest.approx(expected)


def test_the_intraclass_correlation_is_the_one_put_in():
    rng = np.random.default_rng(7)
    inside = []
    for _ in range(400):
        scores = rng.normal(0, 1, (60, 1)) + rng.normal(0, 0.7, (60, 2))
        found = raters.intraclass(pd.DataFrame(scores))
        inside.append(found.low <= 1 / 1.49 <= found.high)
    assert np.mean(inside) == pytest.approx(0.95, abs=0.035)


def test_variances_of_visits_are_those_put_in():
    rng = np.random.default_rng(8)
    branch = np.repeat(np.arange(500), 6)
    score = 3 + rng.normal(0, 0.3, 500)[branch] + rng.normal(0, 0.5, 3000)
    visits = pd.DataFrame({"visit_id": np.arange(3000), "branch_id": branch, "greeting": score})
    between, within = raters.visit_variances(visits, ["greeting"])
    assert (between, within) == pytest.approx((0.09, 0.25), rel=0.15)


def test_everybody_is_who_the_tables_say_was_invited():
    truth, told = everyone.everyone_invited(), load("survey_invitations")
    assert truth["customer_id"].tolist() == told["customer_id"].tolist()
    assert truth["answered"].tolist() == told["answered"].tolist()
    assert truth["method"].tolist() == told["method"].astype(str).tolist()
    customers = load("customers").set_index("customer_id")
    assert truth["branch_id"].tolist() == customers["branch_id"].loc[truth["customer_id"]].tolist()


def test_expected_promoters_are_what_the_answers_hold():
    truth = everyone.everyone_invited()
    ticked = load("surveys")["nps"].astype("Float64")
    answered = truth[truth["answered"]]
    for share, counted in (("promoter", ticked >= 9), ("detractor", ticked <= 6)):
        seen = counted[ticked.notna()].mean()
        assert answered[share].mean() == pytest.approx(seen, abs=3 * np.sqrt(seen * (1 - seen) / len(ticked)))


@pytest.fixture(scope="module")
def people():
    rng = np.random.default_rng(9)
    branch = rng.integers(1, 13, 3000)
    return pd.DataFrame(
        {
            "satisfaction": 4.7 + 0.15 * (branch - 6) + 0.85 * rng.standard_normal(3000),
            "branch_id": branch,
            "age": rng.integers(20, 80, 3000),
        }
    )


def drawn(people, rng, asked, follow):
    """One survey: people come along, answer or not, and what they say carries mode, group and noise."""
    felt, age = people["satisfaction"].to_numpy(), people["age"].to_numpy()

    def chance(name):
        way = mixer.METHODS[name]
        logit = way.answering + way.by_satisfaction * (felt - felt.mean()) + way.by_age * (age - 45) / 10
        return 1 / (1 + np.exp(-logit))

    def ask(name, count, weight):
        way = mixer.METHODS[name]
        who = rng.choice(len(felt), count, p=weight / weight.sum())
        variance = felt.var() + mixer.ANSWER_NOISE**2
        group = np.repeat(rng.standard_normal(count // way.group + 1), way.group)[:count]
        # what a group has in common replaces part of the scatter
        rest = np.sqrt(max(mixer.ANSWER_NOISE**2 - way.alike * variance, 0.0))
        return (
            felt[who] + way.mode + np.sqrt(way.alike * variance) * group + rest * rng.standard_normal(count)
        )

    said = {}
    for name, count in asked.items():
        weight = chance(name)
        if follow and name != "questionnaire":
            weight = weight * (1 - chance("questionnaire"))
        said[name] = ask(name, count, weight)
    if follow:
        rate = chance("questionnaire").mean()
        second = np.concatenate([values for name, values in said.items() if name != "questionnaire"])
        return rate * said["questionnaire"].mean() + (1 - rate) * second.mean()
    return np.concatenate(list(said.values())).mean()


@pytest.mark.parametrize("combine", ["pool", "follow_up"])
def test_bias_and_error_of_a_mix_are_those_of_surveys_that_are_drawn(people, combine):
    spending = {"questionnaire": 8000, "telephone": 8000, "in_home_interview": 30000}
    found = mixer.survey_mix(people, spending, combine)
    asked = {name: int(count) for name, count in found.answers.items()}
    assert asked == {"questionnaire": 400, "telephone": 100, "in_home_interview": 80}
    rng = np.random.default_rng(10)
    means = [drawn(people, rng, asked, combine == "follow_up") for _ in range(800)]
    assert np.mean(means) - people["satisfaction"].mean() == pytest.approx(found.bias, abs=0.01)
    assert np.std(means) == pytest.approx(found.standard_error, rel=0.08)


def test_weighting_gives_each_cell_its_share(people):
    found = mixer.survey_mix(people, {"questionnaire": 20_000}, "weight")
    cells = people["branch_id"].astype(str) + (people["age"] >= 45).astype(str)
    way = mixer.METHODS["questionnaire"]
    centred = people["satisfaction"] - people["satisfaction"].mean()
    logit = way.answering + way.by_satisfaction * centred + way.by_age * (people["age"] - 45) / 10
    chance = 1 / (1 + np.exp(-logit))
    within = (chance * people["satisfaction"]).groupby(cells).sum() / chance.groupby(cells).sum()
    assert found.expected == pytest.approx((within * cells.value_counts(normalize=True)).sum())
    assert abs(found.bias) < abs(mixer.survey_mix(people, {"questionnaire": 20_000}).bias)


def test_what_is_heard_and_what_visits_show():
    nobody = pd.DataFrame({"satisfaction": [4.0, 5.0], "branch_id": 1, "age": 45})
    found = mixer.survey_mix(
        nobody,
        {"focus_group": 2000 + 16 * 450, "mystery_shopper": 1000 + 24 * 400},
        visit_variances=(0.1, 0.4),
    )
    assert found.heard == pytest.approx(1 - (1 - 0.1 * 0.7) ** 16)
    assert found.process == pytest.approx(0.1 / (0.1 + 0.4 / 2))
    assert found.cost == 2000 + 16 * 450 + 1000 + 24 * 400


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: weights.rake(crooked(np.random.default_rng(1)), {"town": {}}), "The sample lacks"),
        (
            lambda: weights.rake(pd.DataFrame({"age": ["a"]}), {"age": {"a": 1, "b": 1}}),
            "Nobody in the sample has 'age' = 'b'",
        ),
        (
            lambda: weights.rake(pd.DataFrame({"age": ["a", "b"]}), {"age": {"a": 1}}),
            "The margin of 'age' says nothing of 'b'.",
        ),
        (
            lambda: weights.rake(
                pd.DataFrame({"x": [0, 1], "y": [0, 1]}), {"x": {0: 0.5, 1: 0.5}, "y": {0: 0.9, 1: 0.1}}
            ),
            "The margins cannot all be met",
        ),
        (lambda: weights.weighting_effect(pd.Series([1.0, 0.0])), "Weights are above 0"),
        (
            lambda: weights.clustered_mean(pd.Series([1.0, 2.0]), pd.Series([1, 2])),
            "A clustered standard error needs",
        ),
        (
            lambda: raters.agreement(pd.Series([1]), pd.Series([1, 0])),
            "The ratings of two raters belong together",
        ),
        (lambda: raters.agreement(pd.Series([1]), pd.Series([1])), "Kappa compares with chance"),
        (lambda: raters.intraclass(pd.DataFrame({"a": [1, 2]})), "An intraclass correlation needs"),
        (
            lambda: raters.paired_ratings(pd.DataFrame({"visit_id": [1], "rater": 1, "a": 2}), "a"),
            "Agreement compares two ratings",
        ),
        (lambda: mixer.survey_mix(_one(), {"letter": 5}), "There is no method 'letter'"),
        (lambda: mixer.survey_mix(_one(), {"telephone": -5}), "The money for telephone survey is 0 or more"),
        (lambda: mixer.survey_mix(_one(), {}, "add"), "Answers are combined by pool, weight, follow_up"),
    ],
)
def test_wrong_inputs_are_told_in_a_sentence(call, sentence):
    with pytest.raises(CourseError) as told:
        call()
    assert str(told.value).startswith(sentence)


def _one():
    return pd.DataFrame({"satisfaction": [4.0], "branch_id": [1], "age": [40]})
