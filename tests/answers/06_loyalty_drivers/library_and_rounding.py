# about = "the course's own functions, and answers rounded within the tolerance"
# kind = "right"
# %% 06-1-answer
parts = rm.loyalty.model.component_scores(case.surveys)
index = rm.loyalty.model.loyalty_index(parts, at_least=5).round(3).to_frame("index")
# %% 06-2-answer
complete = parts.dropna()
found = rm.loyalty.model.index_reliability(complete, case.surveys["customer_id"], draws=20)
found = found.set_index("index")["alpha"].round(3)
alpha = found["all"]
alpha_without = {name: found[f"without {name}"] for name in complete}
# %% 06-4-answer
table = rm.loyalty.model.attitude_and_behaviour(case.surveys, case.orders)
grid = rm.loyalty.model.loyalty_grid(table, case.cuts["attitude"], case.cuts["orders"]).set_index("cell")
cells, gone = grid["share"].round(3), grid["gone"].round(3)
# %% 06-5-answer
stage = rm.loyalty.model.stages(case.customers, case.orders)
counts = rm.loyalty.model.transition_counts(stage, case.persons)
matrix = rm.loyalty.model.transition_matrix(counts).round(4)
# %% 06-6-answer
stay = rm.loyalty.model.expected_stay(case.given_matrix).round(2)
climb = rm.loyalty.model.climb(case.given_matrix)
steady = rm.loyalty.model.steady_state(rm.loyalty.model.refilled(case.given_matrix)).round(4)


# %% 06-7-answer
def contribution(correlations, driver):
    return rm.loyalty.model.divided(np.asarray(correlations, dtype=float))[driver]


# %% 06-8-answer
table = rm.loyalty.model.driver_table(case.surveys, case.orders, case.memberships)
driver_shares = (
    rm.loyalty.model.driver_shares(table, "stated", draws=20).set_index("driver")["share"].round(3)
)
# %% 06-9-answer
left_of_satisfied = rm.loyalty.model.turned_round(*case.reported.values())
known = table.dropna(subset=["satisfaction", "stayed"])
is_satisfied, is_gone = known["satisfaction"] >= 4, known["stayed"] == 0
both = rm.loyalty.model.both_conditionals(is_satisfied, is_gone)["is_share"]
conditionals = {"satisfied of left": both[0], "left of satisfied": both[1]}
means = known[is_satisfied].groupby(is_gone)["trust"].mean()
trust_gap = round(means[False] - means[True], 3)
