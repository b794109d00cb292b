"""One small good call of every model function that takes tables or columns, and what may change its answer."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.company.store import load
from relmark_helpers.topics.complaints.model import cases, justice, recovery
from relmark_helpers.topics.lifetime.model import profits, survival
from relmark_helpers.topics.loyalty.model import components, drivers, grid, half_years, ladder
from relmark_helpers.topics.membership.model import effect, progress
from relmark_helpers.topics.satisfaction.model import measurement, paths
from relmark_helpers.topics.survey.model import kano, studies


@dataclass(frozen=True)
class Call:
    """The arguments, and as patterns of "argument.column what" the bad ones whose other answer is right."""

    arguments: dict[str, Any]
    legitimate: tuple[str, ...] = ()
    once: dict[str, tuple[str, ...]] = field(default_factory=dict)
    slow: bool = False  # only what must be refused is tried


def call(*legitimate, once=None, slow=False, **arguments):
    return Call(arguments, legitimate, once or {}, slow)


def _some(name):
    table = load(name)
    return table[table["customer_id"] % 20 == 0].reset_index(drop=True)


CUSTOMERS, ORDERS, MEMBERSHIPS = load("customers"), load("orders"), load("memberships")
FEW, FEW_ORDERS, FEW_MEMBERS, LEDGER = (
    _some(each) for each in ("customers", "orders", "memberships", "points_ledger")
)
LEDGER = LEDGER[LEDGER["customer_id"] % 60 == 0].reset_index(drop=True)
NEW = CUSTOMERS[CUSTOMERS["joined"] >= "2022-01-01"].head(60).reset_index(drop=True)
NEW_ORDERS = ORDERS[ORDERS["customer_id"].isin(NEW["customer_id"])].reset_index(drop=True)
LINES, PRODUCTS = load("order_lines"), load("products")
NEW_LINES = LINES[LINES["order_id"].isin(NEW_ORDERS["order_id"])].reset_index(drop=True)
SURVEYS, COMPLAINTS = load("surveys").iloc[::5].head(500), load("complaints").head(300)
BACK = ORDERS[ORDERS["customer_id"].isin({*SURVEYS["customer_id"], *COMPLAINTS["customer_id"]})].reset_index(
    drop=True
)
VISITS = load("mystery_visits").head(200)
STAYS = survival.observed_stays(NEW_ORDERS, NEW).reset_index()
PAID = profits.order_profits(NEW_ORDERS, NEW_LINES, PRODUCTS)
LUCK = np.random.default_rng(4)
AMOUNTS = pd.Series(LUCK.gamma(2.0, 50.0, 40), index=pd.RangeIndex(100, 140))
LATER = pd.Series(LUCK.gamma(2.0, 50.0, 40), index=AMOUNTS.index)
PANEL = pd.DataFrame({"category": AMOUNTS + 1, "own": AMOUNTS * LUCK.random(40)})
PANEL = PANEL.assign(share=PANEL["own"] / PANEL["category"], attitude=LUCK.normal(5, 1, 40))
YES = pd.Series(LUCK.random(40) < 0.4, index=AMOUNTS.index)
GROUP = pd.Series(np.arange(40) % 12, index=AMOUNTS.index)
STAGES = half_years.stages(FEW, FEW_ORDERS)
COUNTS = ladder.transition_counts(STAGES, 600)
MATRIX = ladder.transition_matrix(COUNTS)
PARTS = components.component_scores(SURVEYS)
WHO = SURVEYS["customer_id"]
ANSWERS = SURVEYS[[item for construct in paths.MODEL for item in measurement.items_of(construct)]]
DRIVEN = drivers.driver_table(SURVEYS, BACK, MEMBERSHIPS)
GRID = grid.attitude_and_behaviour(SURVEYS, BACK)
EFFECT = effect.members_and_others(CUSTOMERS, ORDERS, MEMBERSHIPS)
MONTHS = progress.way_to_reward(LEDGER, FEW_MEMBERS, FEW_ORDERS)
SCORES = measurement.construct_scores(SURVEYS)
ITEMS = measurement.turned_items(SURVEYS, ["trust"])
PATHS = paths.regression_paths(SCORES)
KANO = pd.DataFrame(
    {
        "feature": ["a"] * 20 + ["b"] * 20,
        "functional": LUCK.choice(kano.ANSWERS, 40),
        "dysfunctional": LUCK.choice(kano.ANSWERS, 40),
    }
)
SERVQUAL = studies.service_study(60)
PEOPLE = pd.DataFrame(
    {
        "customer_id": range(80),
        "wave": [9, 10] * 40,
        "satisfaction": LUCK.normal(5, 1, 80),
        "branch_id": [1, 2, 3, 4] * 20,
    }
).assign(age=LUCK.integers(20, 70, 80))
CASES = cases.case_table(COMPLAINTS, BACK)
PROBLEMS = cases.problem_table(SURVEYS, COMPLAINTS, BACK)
ANSWERED = recovery.answered_orders(SURVEYS, COMPLAINTS, BACK)
RATED = justice.rated_cases(COMPLAINTS)
DESK = pd.DataFrame({"waited": LUCK.exponential(10.0, 60), "answered": LUCK.random(60) < 0.9})
WEEKS = pd.Series([3, 4, 9, 2, 5], index=pd.date_range("2024-01-01", periods=5, freq="7D"))
AVERAGED = "surveys.* fraction"  # answers are averaged as they are
SILENT = "* gap"  # who gives no answer is left out, as the function says

CALLS = {}
CALLS |= {
    "complaints.running_sum": call("counts fraction", counts=WEEKS, usual=3.0, crisis=6.0),
    "complaints.dispersion": call(counts=WEEKS),
    "complaints.weekly_counts": call(complaints=COMPLAINTS[["complaint_id", "opened"]]),
    "complaints.case_table": call("complaints.closed gap", complaints=COMPLAINTS, orders=BACK),
    "complaints.funnel": call("problems.returned gap", problems=PROBLEMS),
    "complaints.handled": call(cases=CASES),
    "complaints.ordered_within": call(
        "since gap", customers=COMPLAINTS["customer_id"], since=COMPLAINTS["closed"], orders=BACK, days=90
    ),
    "complaints.problem_table": call(surveys=SURVEYS, complaints=COMPLAINTS, orders=BACK),
    "complaints.return_by_handling": call("cases.returned gap", cases=CASES),
    "complaints.figures_of": call("desk shuffled", desk=DESK),  # the first calls are left out
    "complaints.justice_shares": call(rated=RATED, draws=20),
    "complaints.rated_cases": call("complaints.justice* gap", complaints=COMPLAINTS),
    "complaints.answered_orders": call(SILENT, surveys=SURVEYS, complaints=COMPLAINTS, orders=BACK),
    "complaints.recovery_estimates": call(
        "rows.* text",
        "rows.satisfaction gap",
        "rows.before gap",
        "rows.after gap",
        rows=ANSWERED.drop(columns=["answered_on", "outcome"]),
        draws=20,
        slow=True,
    ),
    "complaints.two_designs": call(
        "rows.satisfaction gap", "rows.before gap", "rows.after gap", rows=ANSWERED
    ),
    "complaints.strongest_words": call(
        "* text", complaints=COMPLAINTS[["text_en", "category"]].head(60), language="en", slow=True
    ),
    "complaints.triage": call(
        "* text",
        complaints=COMPLAINTS[["text_en", "severity"]].head(60),
        language="en",
        target="severity",
        slow=True,
    ),
    "complaints.triage_scores": call(
        sorted_texts=pd.DataFrame({"actual": ["a", "b", "b"], "guess": ["a", "a", "b"]})
    ),
    "complaints.said": call(complaints=COMPLAINTS[["text_en"]], language="en"),
    "complaints.texts_of": call(complaints=COMPLAINTS[["text_en"]], language="en"),
    "complaints.wording_kinds": call(complaints=COMPLAINTS[["text_en"]]),
    "lifetime.gini": call(SILENT, amounts=AMOUNTS),
    "lifetime.lorenz_curve": call(SILENT, amounts=AMOUNTS),
    "lifetime.still_on_top": call("* other labels", before=AMOUNTS, after=LATER),
    "lifetime.top_share": call(SILENT, amounts=AMOUNTS),
    "lifetime.top_share_interval": call(SILENT, amounts=AMOUNTS, draws=20),
    "lifetime.window_amounts": call(orders=PAID, months=12),
    "lifetime.channel_costs": call(acquisition_costs=load("acquisition_costs")),
    "lifetime.cohort_table": call(
        "values.value gap",
        values=pd.DataFrame({"cohort": ["2022H1"] * 35 + ["2022H2"] * 5, "value": AMOUNTS}),
    ),
    "lifetime.cohort_values": call(orders=PAID, customers=NEW),
    "lifetime.mean_with_interval": call(SILENT, values=AMOUNTS),
    "lifetime.order_profits": call(
        "orders.branch_id *",  # only passed on
        "orders.channel *",
        orders=NEW_ORDERS,
        order_lines=NEW_LINES,
        products=PRODUCTS,
        once={"orders": ("order_id",), "products": ("product_id",)},
    ),
    "lifetime.referrals_seen": call("customers.referred_by gap", customers=FEW),
    "lifetime.return_rates": call(
        orders=NEW_ORDERS, customers=NEW, numbers=(1, 2), once={"customers": ("customer_id",)}
    ),
    "lifetime.fit_geometric": call("* fraction", lost=np.array([5, 3, 2]), censored=np.array([0, 1, 9])),
    "lifetime.fit_sbg": call(
        "* fraction", lost=np.array([5, 3, 2]), censored=np.array([0, 1, 9]), polish=False
    ),
    "lifetime.sbg_log_likelihood": call(
        "* fraction", alpha=1.0, beta=2.0, lost=np.array([5, 3, 2]), censored=np.array([0, 1, 9])
    ),
    "lifetime.loyal_times": call(SILENT, panel=PANEL),
    "lifetime.share_of_customer": call(panel=PANEL),
    "lifetime.counts_by_period": call(stays=STAYS),
    "lifetime.kaplan_meier": call(months=STAYS["months"], lost=STAYS["lost"]),
    "lifetime.observed_stays": call(orders=NEW_ORDERS, customers=NEW, once={"customers": ("customer_id",)}),
    "lifetime.share_lost_naively": call(months=STAYS["months"], lost=STAYS["lost"], within=12),
    "lifetime.survival_at": call(curve=survival.kaplan_meier(STAYS["months"], STAYS["lost"]), month=6),
    "lifetime.multiple_table": call(retentions=[0.8, 0.9], annual_discount_rates=[0.1]),
    "loyalty.as_chances": call(matrix=MATRIX),
    "loyalty.climb": call(matrix=MATRIX),
    "loyalty.cohort": call(matrix=MATRIX),
    "loyalty.expected_stay": call(matrix=MATRIX),
    "loyalty.expected_visits": call(matrix=MATRIX),
    "loyalty.pushed": call(matrix=MATRIX, odds={"trust": 2.0}),
    "loyalty.refilled": call(matrix=MATRIX),
    "loyalty.steady_state": call(matrix=ladder.transition_matrix(COUNTS)),
    "loyalty.component_scores": call(SILENT, AVERAGED, surveys=SURVEYS),
    "loyalty.index_reliability": call(
        "components* gap", "components* missing", components=PARTS, customers=WHO, draws=20
    ),
    "loyalty.loyalty_index": call(SILENT, "components.* missing", components=PARTS, at_least=3),
    "loyalty.with_a_die": call("* shuffled", "* gap", "* text", "* missing", components=PARTS, rng=1),
    "loyalty.driver_reliabilities": call(SILENT, surveys=SURVEYS),
    "loyalty.driver_scores": call(SILENT, AVERAGED, surveys=SURVEYS, memberships=MEMBERSHIPS),
    "loyalty.driver_table": call(
        "surveys* gap", AVERAGED, surveys=SURVEYS, orders=BACK, memberships=MEMBERSHIPS
    ),
    "loyalty.orders_within": call(surveys=SURVEYS, orders=BACK),
    "loyalty.attitude_and_behaviour": call("surveys.loyalty* gap", AVERAGED, surveys=SURVEYS, orders=BACK),
    "loyalty.cell_of": call(SILENT, table=GRID),
    "loyalty.loyalty_grid": call(SILENT, table=GRID),
    "loyalty.half_year_orders": call(customers=FEW, orders=FEW_ORDERS, once={"customers": ("customer_id",)}),
    "loyalty.in_stages": call("* fraction", SILENT, matrix=COUNTS, what="The moves"),
    "loyalty.need_stages": call("* other labels", stage_table=STAGES),
    "loyalty.persons_in_reach": call(customers=CUSTOMERS),
    "loyalty.stages": call(customers=FEW, orders=FEW_ORDERS, once={"customers": ("customer_id",)}),
    "loyalty.drawn_matrices": call("* shuffled", "* missing", stage_table=STAGES, draws=20),
    "loyalty.matrix_intervals": call(matrix=MATRIX, drawn=ladder.drawn_matrices(STAGES, draws=20)),
    "loyalty.moves_by_customer": call("* missing", stage_table=STAGES),
    "loyalty.transition_counts": call("* missing", stage_table=STAGES),
    "loyalty.transition_matrix": call("* fraction", counts=COUNTS),
    "loyalty.both_conditionals": call(SILENT, satisfied=YES, gone=LATER > 100),
    "loyalty.what_separates": call(
        "table* gap",
        table=DRIVEN.assign(stayed=DRIVEN["stayed"] == 1),
        outcome="stayed",
        candidates=["trust"],
        customers=WHO,
    ),
    "loyalty.same_again": call(
        "products.category text",
        orders=NEW_ORDERS,
        lines=NEW_LINES,
        products=PRODUCTS,
        draws=20,
        once={"orders": ("order_id",), "products": ("product_id",)},
    ),
    "loyalty.three_curves": call(SILENT, value=AMOUNTS, loyal=YES),
    "loyalty.drawn_covariances": call(
        "customers text",
        "table* gap",
        "table* missing",
        "* shuffled",
        table=PARTS,
        customers=WHO,
        draws=20,
        rng=0,
    ),
    "loyalty.moments_by_customer": call(
        "table* gap", "table* missing", table=PARTS.dropna(), customers=WHO[PARTS.dropna().index]
    ),
    "loyalty.rows_of": call("customers text", "table.* missing", table=PARTS, customers=WHO),
    "loyalty.driver_effects": call(
        "table* gap", table=DRIVEN, outcome="stated", reliable=drivers.driver_reliabilities(SURVEYS), draws=20
    ),
    "loyalty.driver_shares": call("table* gap", table=DRIVEN, outcome="stated", draws=20),
    "loyalty.share_rows": call(
        drivers=["a"], observed=np.eye(2) + 0.1, drawn=np.stack([np.eye(2) + 0.1] * 3)
    ),
    "loyalty.two_steps": call("stage_table.* missing", stage_table=STAGES, matrix=MATRIX),
    "membership.statement": call(ledger=LEDGER, customer_id=int(LEDGER["customer_id"].iloc[0])),
    "membership.vintages": call(ledger=LEDGER),
    "membership.compared": call("table.* fraction", table=EFFECT.iloc[::8], draws=20),
    "membership.difference_in_differences": call("table.* fraction", table=EFFECT),
    "membership.matched": call("table.* fraction", table=EFFECT),
    "membership.members_and_others": call(
        customers=FEW, orders=FEW_ORDERS, memberships=FEW_MEMBERS, once={"customers": ("customer_id",)}
    ),
    "membership.naive": call("table.* fraction", table=EFFECT),
    "membership.who_gets": call("ledger shuffled", ledger=LEDGER),  # equals are put into thirds by place
    "membership.by_year": call(ledger=LEDGER),
    "membership.expiry_due": call(ledger=LEDGER),
    "membership.open_lots": call(ledger=LEDGER),
    "membership.other_rules": call(ledger=LEDGER, expiry_years=1),
    "membership.roll_forward": call(ledger=LEDGER),
    "membership.year_of": call(ledger=LEDGER),
    "membership.years_of": call("table.*", table=pd.DataFrame({2022: [1], 2023: [2]})),
    "membership.recognised": call(liability=100.0, redeemed=[10, 20], expected=[80, 80]),
    "membership.points_pressure": call(months=MONTHS),
    "membership.way_to_reward": call(
        "memberships shuffled",  # the members come in that order
        ledger=LEDGER,
        memberships=FEW_MEMBERS,
        orders=FEW_ORDERS,
    ),
    "membership.migration": call(
        "* missing",
        "* other labels",
        counts=pd.DataFrame({"base": [8, 1], "gold": [2, 3]}, index=["base", "gold"]),
    ),
    "membership.tier_moves": call(memberships=MEMBERSHIPS, first="2022-12-31", second="2023-12-31"),
    "membership.tiers_at": call(memberships=MEMBERSHIPS, day="2023-01-31"),
    "membership.anyway": call(
        worlds=pd.DataFrame(
            {"rewards": [0.0, 100.0], "spent_with": [50.0, 90.0], "spent_without": [40.0, 60.0]}
        ),
        value=0.02,
    ),
    "membership.true_effect": call(
        worlds=pd.DataFrame({"member": [True, False], "after": [3.0, 1.0], "without": [2.0, 1.0]})
    ),
    "satisfaction.bought_again": call(surveys=SURVEYS, orders=BACK),
    "satisfaction.predictors": call(
        "table* gap", table=SCORES, outcome="trust", causes=("desires", "performance")
    ),
    "satisfaction.satisfaction_steps": call(
        SILENT, expectations_congruency=SCORES["expectations_congruency"]
    ),
    "satisfaction.share_by_group": call("group text", SILENT, "group fraction", yes=YES, group=GROUP),
    "satisfaction.complete_items": call(SILENT, surveys=SURVEYS),
    "satisfaction.corrected_paths": call(SILENT, surveys=ANSWERS, draws=20, slow=True),
    "satisfaction.effects_on_satisfaction": call(paths=PATHS),
    "satisfaction.shifts": call(paths=PATHS, changes={"desires": 1.0}),
    "satisfaction.construct_scores": call(SILENT, surveys=SURVEYS),
    "satisfaction.cronbach_alpha": call(SILENT, "* missing", items=ITEMS),
    "satisfaction.reliabilities": call(SILENT, surveys=SURVEYS),
    "satisfaction.turned_items": call(SILENT, surveys=SURVEYS),
    "satisfaction.regression_paths": call(SILENT, scores=SCORES),
    "satisfaction.sem_paths": call(SILENT, surveys=ANSWERS, slow=True),
    "satisfaction.half_years": call(dates=FEW_ORDERS["ordered_on"]),
    "satisfaction.programme_effect": call(
        "scores gap",
        scores=LATER,
        treated=YES,
        period=pd.Series(["2022H1", "2022H2"] * 20, index=LATER.index),
        starts="2022H2",
    ),
    "start.crowd_sizes": call(customers=FEW),
    "start.crowds": call(sizes=pd.Series([1, 2, 2, 7])),
    "start.monthly_orders": call(orders=FEW_ORDERS, branch_id=1),
    "start.moving_mean": call(SILENT, "* fraction", values=WEEKS, months=2),
    "start.recognition_table": call(customers=FEW),
    "survey.signal_share": call(values=AMOUNTS, standard_errors=LATER / 40),
    "survey.driver_shares": call(
        "table* gap", table=SCORES, outcome="trust", causes=["desires", "performance"], draws=20
    ),
    "survey.importance_performance": call(
        "performance.* gap",
        "performance.* missing",
        performance=SCORES[["desires", "trust"]],
        importance=pd.Series({"desires": 0.2, "trust": 0.3}),
    ),
    "survey.age_groups": call("* fraction", ages=PEOPLE["age"]),
    "survey.customers_of_a_year": call("* fraction", "everyone shuffled", SILENT, everyone=PEOPLE),
    "survey.mean_answer": call(SILENT, answers=SCORES["trust"]),
    "survey.net_promoter_score": call(SILENT, answers=SURVEYS["nps"]),
    "survey.satisfaction_index": call(SILENT, answers=SCORES, weights={"desires": 1.0, "trust": 2.0}),
    "survey.satisfied_share": call(SILENT, answers=SCORES["trust"]),
    "survey.classified": call(SILENT, answers=KANO),
    "survey.kano_counts": call("answers.*functional gap", answers=KANO),
    "survey.kano_summary": call(counts=kano.kano_counts(KANO)),
    "survey.method_errors": call("* fraction", people=PEOPLE),
    "survey.prepared": call("people shuffled", "* fraction", people=PEOPLE),
    "survey.survey_mix": call("* fraction", people=PEOPLE, spending={"questionnaire": 9000.0}),
    "survey.agreement": call("* fraction", first=GROUP, second=GROUP.where(AMOUNTS < 100, 3)),
    "survey.intraclass": call(
        "* fraction",
        "* missing",
        ratings=pd.DataFrame({"a": [1, 3, 5, 2], "b": [2, 3, 4, 2], "c": [1, 3, 4, 3]}),
    ),
    "survey.paired_ratings": call("visits.greeting fraction", visits=VISITS, point="greeting"),
    "survey.visit_variances": call(
        "visits.greeting *", "visits.needs *", visits=VISITS, points=["greeting", "needs"]
    ),
    "survey.alpha_with_interval": call(SILENT, "* missing", items=ITEMS),
    "survey.item_analysis": call(SILENT, "* missing", items=ITEMS),
    "survey.both_sides": call(
        "table* gap", table=SCORES, outcome="trust", perception="performance", expectation="expectations"
    ),
    "survey.dimension_scores": call(SILENT, answers=SERVQUAL),
    "survey.gap_table": call(SILENT, answers=SERVQUAL),
    "survey.turned_pairs": call(SILENT, answers=SERVQUAL),
    "survey.clustered_mean": call("values gap", values=AMOUNTS, clusters=GROUP),
    "survey.rake": call(sample=PEOPLE, margins={"branch_id": pd.Series({1: 0.4, 2: 0.2, 3: 0.2, 4: 0.2})}),
    "survey.weighted_mean": call("values gap", values=AMOUNTS, weights=LATER),
    "survey.weighting_effect": call(weights=AMOUNTS),
}
