# about = "the course's own functions, and answers rounded within the tolerance"
# kind = "right"
# %% 04-1-answer
answers = case.surveys
scores = rm.satisfaction.model.construct_scores(answers).round(2)
# %% 04-2-answer
alpha = rm.satisfaction.model.reliabilities(case.surveys).round(2)
# %% 04-3-answer
estimated = rm.satisfaction.model.regression_paths(scores)
paths = {f"{row.cause} -> {row.effect}": round(row.estimate, 2) for row in estimated.itertuples()}
# %% 04-4-answer
last_row = estimated.iloc[8]
interval = {
    "low": round(last_row["low"], 3),
    "high": round(last_row["high"], 3),
    "middle": last_row["estimate"],
}
# %% 04-8-answer
still_surprising = round((1 - case.treadmill["adaptation"]) ** case.treadmill["purchases"], 3)
purchases_needed = 0.0
left = 1.0
while left > 0.1:
    left *= 1 - case.treadmill["adaptation"]
    purchases_needed += 1
# %% 04-9-answer
table = scores.assign(
    intention=case.surveys["loyalty_repurchase"].astype("Float64"),
    buying=rm.satisfaction.model.bought_again(case.surveys, case.orders),
)
strengths = {}
for outcome in ["intention", "buying"]:
    estimates = rm.satisfaction.model.predictors(table, outcome)["estimate"]
    strengths |= {f"{outcome} ~ satisfaction": estimates[0], f"{outcome} ~ trust": estimates[1]}
# %% 04-10-answer
# as in the reference
states = {key: f" {word.title()}" for key, word in states.items()}
testable = pd.Series(testable).str.upper()
