"""Whether the course's methods recover from the tables what was put into the company, and which of them cannot.

A ``right`` method must hold the truth in its 95 % interval; of many at once all must lie within three standard
errors, and no more outside the interval than chance allows. A ``naive`` one is held to its bias: the interval of
the large company misses the truth on the side that theory says. A method that does not recover the truth is
named as a finding; no tolerance is widened for it.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
import statsmodels.formula.api as smf
import truth_methods as buying
import truth_methods_house as house
import truth_methods_service as service
import truth_oracle as oracle
from company_figures import (
    CONSTRUCTS,
    alpha,
    bought_again,
    intention_and_behaviour,
    items,
    monopoly,
    scores,
    slopes,
    standardised,
    treadmill,
)
from scipy.stats import binom, norm
from truth_oracle import Company
from truth_table import FINDING, NAIVE, RIGHT, Row

from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.topics.satisfaction.model import corrected_paths

Tables = dict[str, pd.DataFrame]
BOTH = pytest.mark.parametrize("company", ["default", "large"])

# The ten paths as the course's design gives them, typed here once more: the engine must not be its own witness.
PATHS = {
    "desires_congruency": {"desires": -0.50, "performance": 0.70},
    "expectations_congruency": {"expectations": -0.55, "performance": 0.75},
    "attribute_satisfaction": {"desires_congruency": 0.60, "expectations_congruency": 0.40},
    "information_satisfaction": {"desires_congruency": 0.30, "expectations_congruency": 0.50},
    "overall_satisfaction": {"attribute_satisfaction": 0.60, "information_satisfaction": 0.35},
}
# Naive methods, and the side on which theory says that they miss: +1 above the truth.
MISSES = {
    ("log orders a month per point of trust", "Poisson regression on the score"): -1,
    ("leaving: trust", "logit by month on true states"): +1,  # towards 0: frailty is averaged over
    ("leaving: base", "logit by month on true states"): +1,
    ("leaving: newcomer", "logit by month on true states"): +1,  # the frail have not yet gone
    ("still customers after 24 months", "BG/NBD"): +1,  # who never orders again can never leave
    ("still customers after 36 months", "BG/NBD"): +1,
    ("still customers after 36 months", "ordered in the last six months"): -1,  # the slow are taken for gone
    ("club: log orders, second year, joined in the first", "members against others"): +1,
    ("club: log orders, second year, joined in the first", "matched on orders before"): +1,
    ("club: log orders, second year, joined in the first", "difference in differences"): +1,
    ("quality programme: performance", "after only"): -1,  # it began where performance was poor
    ("satisfaction given back by handling", "complainers against silent"): -1,  # they had the worse failures
    ("share of the loss regained by a point of distributive justice", "regression on ratings"): -1,
    ("share of the loss regained by a point of procedural justice", "regression on ratings"): -1,
    ("share of the loss regained by a point of interactional justice", "regression on ratings"): -1,
    ("trust after a bad contact", "by its rating"): +1,  # most ratings of 1 and 2 are of ordinary contacts
    ("log referrals per point of satisfaction", "Poisson regression on the score"): -1,
    ("log ratio of whom the sent send, against the unsent", "sent so far, a head"): -1,  # they came later
    ("performance per checklist point", "within branches by quarter"): -1,
}


def of(rows: list[Row], quantity: str, method: str) -> Row:
    """The one row of a quantity and method."""
    (found,) = (row for row in rows if (row.quantity, row.method) == (quantity, method))
    return found


# Right methods hold the truth, naive ones miss it.


@BOTH
def test_right_methods_hold_the_truth(company: str, request: pytest.FixtureRequest) -> None:
    right = [row for row in request.getfixturevalue(f"{company}_rows") if row.way == RIGHT]
    assert len(right) > 50
    assert {(row.quantity, row.method): row.off for row in right if not abs(row.off) < 3} == {}
    outside = [row.quantity for row in right if not row.estimate.holds(row.truth)]
    assert len(outside) <= binom.ppf(0.999, len(right), 0.05), outside


def test_naive_methods_miss_it_on_the_side_theory_says(large_rows: list[Row]) -> None:
    for (quantity, method), side in MISSES.items():
        row = of(large_rows, quantity, method)
        assert row.way == NAIVE
        assert not row.estimate.holds(row.truth), row
        assert np.sign(row.estimate.value - row.truth) == side, row


@pytest.mark.parametrize(
    ("quantities", "method", "side"),
    [
        # by a label that is wrong of three in ten, the offers' friends and foes both come nearer to the mean of all
        ([f"campaign {each}, value_seeker" for each in (2, 4, 5)], "by the label of the CRM", -1),
        # who trusts, complains: part of the lead of complainers was there before
        ([f"trust given back by handling of a {size} failure" for size in ("minor", "major")], "levels of trust", +1),
    ],
)  # fmt: skip
def test_naive_methods_whose_bias_shows_in_several_together(
    quantities: list[str], method: str, side: int, large_rows: list[Row]
) -> None:
    off = [of(large_rows, quantity, method).off for quantity in quantities]
    assert side * sum(off) / len(off) ** 0.5 > norm.ppf(0.95)


def test_an_end_of_the_scale_hides_long_waits(default_rows: list[Row], large_rows: list[Row]) -> None:
    for rows in (default_rows, large_rows):
        ways = ("least squares on ratings", "two weeks at most, ratings as intervals")
        plain, right = (of(rows, "procedural justice lost by a day", way).estimate for way in ways)
        assert right.value < plain.value < 0


def test_every_path_is_attenuated_on_scores_of_items(large_rows: list[Row]) -> None:
    naive = [row for row in large_rows if row.method == "regression on scores"]
    assert len(naive) == 10
    for row in naive:
        nearest = max(np.sign(row.truth) * row.estimate.low, np.sign(row.truth) * row.estimate.high)
        assert nearest < abs(row.truth), row


# The seven-factor model.


@pytest.mark.parametrize("effect", PATHS)
def test_least_squares_on_the_factors_finds_every_path(effect: str, large: Company) -> None:
    felt = large.answers.filter(like="felt_").rename(columns=lambda name: name.removeprefix("felt_"))
    frame = felt.assign(
        branch=service.answered(large.tables)["branch"], problem=large.tables["surveys"]["problem"]
    )
    # The branch gives information, and a failure takes satisfaction: both lie outside the paths.
    fit = smf.ols(f"{effect} ~ {' + '.join(PATHS[effect])} + C(branch) + C(problem)", frame).fit()
    for cause, points in PATHS[effect].items():
        assert abs(fit.params[cause] - points) < 3 * fit.bse[cause], (
            cause,
            fit.params[cause],
            fit.bse[cause],
        )


def test_what_the_correction_leaves_is_the_ends_of_the_scale_and_the_branch(large: Company) -> None:
    """FINDING: among 63,000 answers the correction's own small biases show, most where answers pile up at 7.

    A path is in points of score per point of score. Where answers end at 7 the score moves by less than a point
    for a point of the factor, for performance the most; so its paths come out too large. And who leaves the
    branch out takes its information for an effect of desires congruency.
    """
    felt = large.answers.filter(like="felt_").rename(columns=lambda name: name.removeprefix("felt_"))
    score = felt.apply(oracle.expected_score)
    ended = felt.apply(lambda values: oracle.expected_score(values).var() / values.var())
    assert ended["performance"] < ended[list(PATHS)].min()
    for row in corrected_paths(large.tables["surveys"], draws=40).itertuples():
        left = slopes(score[row.effect], score[list(PATHS[row.effect])]).loc[row.cause]
        assert abs(row.estimate - left["slope"]) < 3 * np.hypot(row.standard_error, left["error"]), row
        if row.cause == "performance":
            assert left["slope"] - 3 * left["error"] > PATHS[row.effect][row.cause]


def test_the_table_of_truth_says_the_same_paths(committed: Tables) -> None:
    truth = committed["truth"].query("quantity == 'path' and measure == 'structural'")
    told = {(row.cause, row.effect): row.value for row in truth.itertuples()}
    assert told == {(cause, effect): points for effect, of in PATHS.items() for cause, points in of.items()}


def test_standardised_paths_are_those_of_the_factors(large: Company) -> None:
    truth = large.tables["truth"].query("measure == 'standardised'").set_index(["effect", "cause"])["value"]
    felt = large.answers.filter(like="felt_").rename(columns=lambda name: name.removeprefix("felt_"))
    whole = (
        scores(large.tables["surveys"]).notna().all(axis=1)
    )  # the moments are of those with all nine scores
    latents = standardised(felt[whole.to_numpy()])
    for effect, causes in PATHS.items():
        found = slopes(latents[effect], latents[list(causes)])["slope"]
        assert found.to_dict() == pytest.approx(truth[effect].to_dict(), abs=1e-9)


def test_alpha_comes_near_reliability(default: Company) -> None:
    told = default.tables["truth"].query("quantity == 'reliability'").set_index("effect")["value"]
    rng = np.random.default_rng(0)
    for name in CONSTRUCTS:
        answers = items(default.tables["surveys"], name).dropna()
        draws = [alpha(answers.iloc[rng.integers(0, len(answers), len(answers))]) for _ in range(30)]
        assert abs(alpha(answers) - told[name]) < 3 * np.std(draws, ddof=1), name
    assert told.min() > 0.6


def test_items_scatter_as_they_are_said_to(large_tables: Tables) -> None:
    # Two items of a factor differ by their noise (0.80 each) and by rounding (1/12 each); where both would go
    # beyond the ends of the scale they differ by less.
    answers = items(large_tables["surveys"], "desires_congruency").dropna()
    middle = answers[answers.iloc[:, 2].between(4, 5)]
    gap = middle.iloc[:, 0] - middle.iloc[:, 1]
    error = gap.std() / (2 * len(gap)) ** 0.5
    assert abs(gap.std() - (2 * (0.80**2 + 1 / 12)) ** 0.5) < 3 * error


def test_correction_for_reliability_brings_the_correlation_back(large: Company) -> None:
    reliability = large.tables["truth"].query("quantity == 'reliability'").set_index("effect")["value"]
    pair = ["overall_satisfaction", "trust"]
    seen = scores(large.tables["surveys"])[pair].corr().iloc[0, 1]
    true = large.answers[[f"felt_{name}" for name in pair]].corr().iloc[0, 1]
    error = (1 - seen**2) / len(large.answers) ** 0.5
    reliable = (reliability[pair[0]] * reliability[pair[1]]) ** 0.5
    assert seen < true - 3 * error
    assert abs(seen / reliable - true) < 3 * error / reliable


# Leaving.


def test_what_nobody_sees_sorts_customers(large_rows: list[Row]) -> None:
    naive = of(large_rows, "leaving: trust", "logit by month on true states")
    right = of(large_rows, "leaving: trust", "logit by month on true states, frailty seen")
    assert naive.off > 3
    assert abs(right.off) < 3


def test_the_frail_go_first() -> None:
    seen = oracle.leaving_seen(6000, 7)
    frailty = seen.groupby("month")["frailty"].agg(["mean", "sem"])
    assert abs(frailty["mean"].iloc[0]) < 3 * frailty["sem"].iloc[0]
    assert frailty["mean"].iloc[-1] < -3 * frailty["sem"].iloc[-1]


def test_orders_alone_keep_too_many_customers(large_rows: list[Row]) -> None:
    """FINDING: Pareto/NBD keeps one or two of a hundred too many; BG/NBD about fifteen.

    It takes rates for lasting, each customer's for independent of how long they stay. Here who loses trust buys
    less before leaving, and the programme and the club raise the rates of who stays.
    """
    for months in (24, 36):
        quantity = f"still customers after {months} months"
        found, coin = (of(large_rows, quantity, model) for model in ("Pareto/NBD", "BG/NBD"))
        assert found.way == FINDING
        assert found.estimate.low > found.truth
        assert found.estimate.high < coin.estimate.low


# The club.


def test_each_step_of_the_comparison_takes_away_some_of_the_selection(large_rows: list[Row]) -> None:
    year = "club: log orders, second year, joined in the first"
    ways = ("members against others", "matched on orders before", "difference in differences")
    found = [of(large_rows, year, way).estimate for way in ways]
    assert found[0].low > found[1].high
    assert found[1].low > found[2].high


def test_the_invitation_by_lot_is_too_weak_to_tell(default_rows: list[Row], large_rows: list[Row]) -> None:
    """FINDING: the lot is unbiased, but moved so few that half of its interval is wider than the effect."""
    for rows in (default_rows, large_rows):
        found = of(rows, "club: orders a month of membership adds", "invitation by lot as instrument")
        assert abs(found.off) < 3
        assert (found.estimate.high - found.estimate.low) / 2 > found.truth


def test_the_invitation_itself_brings_members(large: Company) -> None:
    made = buying.panel(large.tables)
    lots = large.tables["campaign_assignments"].query("campaign_id == 1")
    lots = lots[lots["customer_id"] <= len(made.joined)]
    joined = made.joined[lots["customer_id"].to_numpy() - 1] <= 8
    groups = [joined[lots["treated"].to_numpy() == treated] for treated in (True, False)]
    error = sum(part.var() / len(part) for part in groups) ** 0.5
    assert groups[0].mean() - groups[1].mean() > 10 * error  # F far beyond the 10 asked of an instrument


# The programme: treadmill.


def total_effects() -> tuple[float, float]:
    """Points of overall satisfaction per point of performance, and per point that expectations follow."""
    attribute = PATHS["overall_satisfaction"]["attribute_satisfaction"]
    information = PATHS["overall_satisfaction"]["information_satisfaction"]
    by = {
        each: attribute * PATHS["attribute_satisfaction"][each]
        + information * PATHS["information_satisfaction"][each]
        for each in ("desires_congruency", "expectations_congruency")
    }
    desires, expected = PATHS["desires_congruency"], PATHS["expectations_congruency"]
    performance = (
        by["desires_congruency"] * desires["performance"]
        + by["expectations_congruency"] * expected["performance"]
    )
    desires_follow = Parameters().adaptation.desires * desires["desires"] * by["desires_congruency"]
    return performance, expected["expectations"] * by["expectations_congruency"] + desires_follow


def errors_of_gaps(tables: Tables) -> pd.DataFrame:
    """Standard errors of the treadmill's differences by wave."""
    frame = service.answered(tables)
    groups = frame.groupby(["wave", frame["branch"].isin([1, 2, 3, 4])])[list(CONSTRUCTS)]
    noise = (groups.var() / groups.count()).groupby("wave").sum()
    return (noise + noise.loc[1:4].sum() / 16) ** 0.5


@BOTH
def test_the_treadmill_can_be_seen(company: str, request: pytest.FixtureRequest) -> None:
    tables = request.getfixturevalue(company).tables
    gap, error = treadmill(tables, treated=[1, 2, 3, 4]), errors_of_gaps(tables)
    first, last, unsure = gap.loc[5], gap.loc[9:12].mean(), error.loc[5:12].max()
    shown = ["performance", "expectations", "overall_satisfaction"]
    assert (gap.loc[1:4, shown].abs() < 3 * error.loc[1:4, shown]).all(axis=None)
    assert last["performance"] > first["performance"] - 3 * unsure["performance"]  # it lasts
    assert last["performance"] > 3 * unsure["performance"]
    assert last["expectations"] > first["expectations"] + 3 * unsure["expectations"]
    assert last["overall_satisfaction"] > 3 * unsure["overall_satisfaction"]
    # Satisfaction ends between what performance does at once and what is left once it is expected in full.
    at_once, follows = total_effects()
    size = Policy().at(36).quality
    assert (at_once + follows) * size - 3 * unsure["overall_satisfaction"] < last["overall_satisfaction"]
    assert last["overall_satisfaction"] < at_once * size


def test_the_treadmill_is_no_accident_of_the_sample(large_tables: Tables) -> None:
    gap, error = treadmill(large_tables, treated=[1, 2, 3, 4]), errors_of_gaps(large_tables)
    satisfied = gap["overall_satisfaction"]
    assert satisfied[5] > 0.5  # in theory .64 less the .03 to .06 that is expected before the quarter is over
    assert satisfied[5] - satisfied.loc[9:12].mean() > 3 * error.loc[5:12, "overall_satisfaction"].max()


def test_a_branch_is_the_unit_of_the_programme(large_rows: list[Row]) -> None:
    """FINDING: taken answer by answer, the interval is too narrow, for the branches' own service drifts."""
    name, way = "quality programme: performance", "difference in differences, by "
    by_answers, by_branches = (
        of(large_rows, name, f"{way}{unit}").estimate for unit in ("answers", "branches")
    )
    stated = (by_answers.high - by_answers.low) / (2 * buying.Z_95)
    changes = np.array([oracle.service_changes(seed) for seed in range(30)])
    drift = Parameters().staff.service_to_performance * changes.std()
    assert (
        drift * (1 / 4 + 1 / 8) ** 0.5 > stated
    )  # left out of an interval that is thus less than .7 of its due
    assert by_branches.high - by_branches.low > by_answers.high - by_answers.low


# Recovery.


def test_the_paradox_is_of_satisfaction_alone(excellent: Company) -> None:
    frame = service.answered(excellent.tables)
    hidden = excellent.complaints.set_index("order_id")
    frame = frame.join(hidden[["satisfaction", "trust"]].add_prefix("back_"), on="order_id")
    frame = frame.assign(
        again=bought_again(excellent.tables),
        minor_silent=frame["minor"] * (1 - frame["complained"]),
        major_silent=frame["major"] * (1 - frame["complained"]),
    ).sort_values(["customer_id", "wave"])
    frame["before"] = frame.groupby("customer_id")["trust"].shift()
    frame["change"] = frame["trust"] - frame["before"]
    causes = ["minor_silent", "major_silent", "minor_complained", "major_complained"]
    satisfied = service.least_squares("overall_satisfaction", causes, frame, ["branch", "wave"])
    trusting = service.least_squares("change", causes, frame, ["branch"])
    bought = service.least_squares("again", ["before", *causes], frame, ["branch"])
    stays = (1 - Parameters().adaptation.trust_return) ** (3 * frame["wave"] - frame["month"] + 1)
    for name, lost, lost_trust in (("minor_complained", 0.50, 0.35), ("major_complained", 1.30, 1.00)):
        mine = frame[frame[name] > 0]
        assert satisfied[name].low > 0  # more satisfied than had nothing gone wrong
        assert abs(satisfied[name].off((mine["back_satisfaction"] - lost).mean())) < 3
        assert trusting[name].low < 0  # trust is not above
        assert abs(trusting[name].off(((mine["back_trust"] - lost_trust) * stays[mine.index]).mean())) < 3
        assert bought[name].low < 0  # and nobody buys more than had nothing gone wrong
    assert trusting["major_complained"].high < 0  # after a major failure it stays below


# Staff.


def test_measurement_error_of_the_staff_survey_over_a_hundred_companies() -> None:
    truth = Parameters().mystery.service * Parameters().staff.to_service
    found = [house.staff_to_service(oracle.branches_only(seed)) for seed in range(100)]
    plain = np.array([naive.value for naive, _ in found])
    assert plain.mean() + 3 * plain.std() / len(plain) ** 0.5 < truth  # attenuated
    enough = binom.ppf(0.001, len(found), 0.95)
    assert sum(naive.holds(truth) for naive, _ in found) < enough
    assert sum(halves.holds(truth) for _, halves in found) >= enough


def test_twelve_branches_cannot_tell_what_service_does_to_performance(
    default_rows: list[Row], large_rows: list[Row]
) -> None:
    """FINDING: within branches service moves by a tenth of a point; four visitors a quarter cannot see that."""
    for rows in (default_rows, large_rows):
        right = of(rows, "performance per checklist point", "one visit by the other")
        assert right.estimate.holds(right.truth)
        assert right.estimate.holds(0.0)
        assert of(rows, "performance per checklist point", "within branches by quarter").off < -3


# Word of mouth.


def test_reach_is_in_no_table(large: Company) -> None:
    """FINDING: the tables show whom tellers send, not how many they tell: here one in seventy or so of these."""
    sent = large.tables["customers"]["referred_by"].notna().sum()
    told, converts = large.by_branch["told_good"].sum(), Parameters().word_of_mouth.converts
    # Who is told well and no customer yet comes with a chance of .024: which no table tells, nor how many know us.
    strangers = [1 - known / large.state.market for known in (large.state.count, large.first_day)]
    assert (
        strangers[0] * told * converts - 3 * sent**0.5 < sent < strangers[1] * told * converts + 3 * sent**0.5
    )
    assert told > 50 * sent


# Answers and behaviour.


@BOTH
def test_satisfaction_predicts_intention_and_trust_predicts_behaviour(
    company: str, request: pytest.FixtureRequest
) -> None:
    found = intention_and_behaviour(request.getfixturevalue(company).tables)
    satisfied, trust = "overall_satisfaction", "trust"
    for outcome, more, less in (("intention", satisfied, trust), ("bought_again", trust, satisfied)):
        slope, error = found.loc[outcome, "slope"], found.loc[outcome, "error"]
        assert slope[more] - slope[less] > 3 * np.hypot(error[more], error[less]), outcome


def test_leaving_hides_in_what_trust_does_to_orders(large: Company, large_rows: list[Row]) -> None:
    """FINDING: the correction brings back what the factor shows, and that is not the rate's own 0.60.

    Of those who are asked some have left meanwhile and tell nobody, the more of them the less they trust.
    """
    truth = Parameters().buying.trust
    felt = large.answers["felt_trust"]
    customer, wave = large.tables["surveys"]["customer_id"], large.answers["month"]
    left = pd.Series(
        large.state.customers.left[: large.state.count], index=np.arange(1, large.state.count + 1)
    )
    there = ~customer.map(left).between(1, wave)
    everybody, _ = service.orders_by_trust(large.tables, felt)
    still, _ = service.orders_by_trust(large.tables, felt.where(there))
    assert everybody.value > truth
    assert everybody.low > still.value
    name = "log orders a month per point of trust"
    naive, corrected = (
        of(large_rows, name, way).estimate
        for way in ("Poisson regression on the score", "over its reliability")
    )
    assert naive.high < truth
    assert abs(corrected.off(everybody.value)) < 3


@BOTH
def test_dissatisfied_customers_keep_buying_where_there_is_no_rival(
    company: str, request: pytest.FixtureRequest
) -> None:
    again = monopoly(request.getfixturevalue(company).tables)
    error = (again["mean"] * (1 - again["mean"]) / again["count"]) ** 0.5
    lost = {
        rivals: again.loc[(rivals, False), "mean"] - again.loc[(rivals, True), "mean"]
        for rivals in (True, False)
    }
    unsure = {rivals: np.hypot(error[rivals, False], error[rivals, True]) for rivals in (True, False)}
    assert lost[True] > 3 * unsure[True]  # with rivals the dissatisfied go
    assert abs(lost[False]) < 3 * unsure[False]  # without they stay
    assert lost[True] - lost[False] > buying.Z_95 * np.hypot(unsure[True], unsure[False])


def test_satisfied_customers_leave_too(default: Company) -> None:
    satisfied = scores(default.tables["surveys"])["overall_satisfaction"] >= 5
    again = bought_again(default.tables, months=12)
    gone = 1 - again[satisfied].mean()
    error = (gone * (1 - gone) / again[satisfied].notna().sum()) ** 0.5
    least = (
        1 - (1 - 1 / (1 + np.exp(-Parameters().leaving.base))) ** 12
    )  # moves, deaths, changed lives in a year
    assert gone > least + 3 * error
    assert gone < 1 - again[~satisfied].mean() - 3 * error


@BOTH
def test_answering_and_gaps_are_as_they_were_put_in(company: str, request: pytest.FixtureRequest) -> None:
    tables = request.getfixturevalue(company).tables
    asked = tables["survey_invitations"].merge(tables["customers"][["customer_id", "birth_year"]])
    design = pd.DataFrame(
        {
            "telephone": asked["method"].eq("telephone").astype(float),
            "card": asked["method"].eq("in_store_card").astype(float),
            "age": (asked["invited_on"].dt.year - asked["birth_year"]) / 10.0,
        }
    )
    fit = sm.Logit(asked["answered"].astype(float), sm.add_constant(design)).fit(disp=0)
    survey = Parameters().survey
    email, telephone, card = survey.answering_method
    truth = {"telephone": telephone - email, "card": card - email, "age": survey.answering_age}
    # The same customers are asked again: their standing inclination is none of the model's, so errors hold.
    for name, points in truth.items():
        assert abs(fit.params[name] - points) < 3 * fit.bse[name], name
    gaps = tables["surveys"].filter(regex=r"_\d$").isna().to_numpy()
    share = survey.missing_share
    assert abs(gaps.mean() - share) < 3 * (share * (1 - share) / gaps.size) ** 0.5


def test_contact_ratings_are_confounded_by_little(large_rows: list[Row]) -> None:
    quantity = "log orders of 90 days, contact rated bad against good"
    plain, alike = (of(large_rows, quantity, way).estimate for way in ("plain", "alike in branch"))
    assert alike.low < plain.value < alike.high  # contacts go well or badly almost as by lot
