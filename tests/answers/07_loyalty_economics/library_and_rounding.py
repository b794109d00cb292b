# about = "the course's own functions, and answers rounded within the tolerance"
# kind = "right"
# %% 07-1-answer
annual_churn = round(rm.lifetime.model.annual_churn_from(case.monthly_churn), 3)
lifetime_months = round(rm.lifetime.model.expected_lifetime(case.monthly_churn), 1)


# %% 07-2-answer
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    return margin * rm.lifetime.model.margin_multiple(annual_retention, annual_discount_rate, first_margin)


# %% 07-3-answer
first = case.orders.groupby("customer_id")["ordered_on"].transform("min")
days = (case.orders["ordered_on"] - first).dt.days
paid = case.orders["profit"] / (1 + case.annual_discount_rate) ** (days / 365)
value = rm.lifetime.model.mean_with_interval(paid[days < 730].groupby(case.orders["customer_id"]).sum())
value = {name: round(each, 1) for name, each in value.items()}
# %% 07-4-answer
curve = rm.lifetime.model.kaplan_meier(case.stays["months"], case.stays["lost"])
at_12 = rm.lifetime.model.survival_at(curve, 12)
stay_12, stay_12_error = round(at_12["survival"], 3), round(at_12["standard_error"], 4)
# %% 07-5-answer
gains = {
    f"{name}, {measure}": round(
        rm.lifetime.model.value_gain(
            each["annual_churn"], measure=measure, annual_discount_rate=each["annual_discount_rate"]
        ),
        3,
    )
    for name, each in case.businesses.items()
    for measure in ("points", "per cent")
}
in_band = {name: "YES " if 0.25 <= gains[f"{name}, points"] <= 0.85 else " No" for name in case.businesses}
# %% 07-6-answer
counts = rm.lifetime.model.counts_from_survival(case.retention["survival"][: case.fitted_years + 1], 1000)
found = rm.lifetime.model.fit_sbg(*counts)
fit = {"alpha": round(found.alpha, 3), "beta": round(found.beta, 3)}
stay_12_years = round(rm.lifetime.model.sbg_survival(found.alpha, found.beta, 12)[12], 4)
stay_12_constant = round((1 - rm.lifetime.model.fit_geometric(*counts)[0]) ** 12, 4)
# %% 07-7-answer
costs = {name: round(each, 2) for name, each in rm.lifetime.model.cost_ratios(**case.ledger).items()}
effect_needed = round(
    rm.lifetime.model.break_even_effect(
        case.ledger["retention_spending"], case.ledger["customers"], costs["won"]
    ),
    4,
)
# %% 07-8-answer
table = case.profits.set_index("customer_id")
before, after = table["profit_2023"], table["profit_2024"]
concentration = {
    "gini": round(rm.lifetime.model.gini(before), 3),
    "top_share": round(rm.lifetime.model.top_share(before), 3),
    "still_on_top": round(rm.lifetime.model.still_on_top(before, after), 4),
}
times = round(rm.lifetime.model.times_as_much(rm.lifetime.model.top_share(before)), 2)
# %% 07-9-answer
shares = {name: round(each, 3) for name, each in rm.lifetime.model.share_of_customer(case.panel).items()}
# %% 07-10-answer
# as in the reference
referrals = {name: round(each, 3) for name, each in referrals.items()}
testable = pd.Series(testable).str.upper()
