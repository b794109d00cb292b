# about = "the course's own functions, and answers rounded within the tolerance"
# kind = "right"
# %% 05-1-answer
found = rm.survey.model.net_promoter_score(case.answers.query("quarter == 'second'")["nps"])
score = {"nps": round(found.value, 1), "standard_error": round(found.standard_error, 2)}
score |= {"low": round(found.low, 2), "high": round(found.high, 2), "n": found.answers}
satisfied = round(rm.survey.model.satisfied_share(case.answers.query("quarter == 'second'")["csat"]).value, 3)
index = round(
    rm.survey.model.satisfaction_index(case.answers.query("quarter == 'second'"), case.index_weights).value, 1
)
# %% 05-2-answer
both = [
    rm.survey.model.net_promoter_score(case.answers.query(f"quarter == '{name}'")["nps"])
    for name in ("first", "second")
]
moved = rm.survey.model.change(*both)
move = pd.Series({"change": moved.value, "low": moved.low, "high": moved.high}).round(1)
real = " No" if moved.low <= 0 <= moved.high else "YES"
# %% 05-3-answer
scale = case.scale
scale[case.turned] = 8 - scale[case.turned]
analysis = rm.survey.model.item_analysis(scale).set_index("item")
item_total = analysis["item_total"].round(3)
drop = analysis["item_total"].idxmin()
whole = rm.survey.model.alpha_with_interval(scale)
alpha = {"alpha": whole.value, "low": whole.low, "high": whole.high}
alpha["without"] = analysis.loc[drop, "alpha_without"]
# %% 05-4-answer
gaps = rm.survey.model.gap_table(case.servqual).round(3)
worst = gaps["gap"].idxmin().title()


# %% 05-5-answer
def kano(functional, dysfunctional):
    return rm.survey.model.kano_class(functional, dysfunctional).lower()


summary = rm.survey.model.kano_summary(rm.survey.model.kano_counts(case.kano))
classes = summary["class"]
coefficients = summary.loc[case.feature, ["better", "worse"]]
# %% 05-6-answer
weight = rm.survey.model.rake(case.respondents, case.margins)
raked = weight.to_frame().round(4)
raked_mean = rm.survey.model.weighted_mean(case.respondents["satisfaction"], weight).value
effect = rm.survey.model.weighting_effect(weight)
# %% 05-8-answer
equal, kappa = rm.survey.model.agreement(case.ratings["first"], case.ratings["second"])
agreement = {"equal": equal, "kappa": round(kappa.value, 3)}
# %% 05-10-answer
# as in the reference
methods = {key: f" {word.upper()} " for key, word in methods.items()}
ways = pd.Series(ways).str.title()
