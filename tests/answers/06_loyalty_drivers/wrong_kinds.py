# about = "answers of the wrong kind or shape: a list, text, NaN, a missing key or column, other words"
# kind = "mistake"
# lost = {"1" = 8, "2" = 8, "3" = 6, "5" = 14, "6" = 9, "10" = 6}
# says = {"1" = "The answer is a DataFrame; this is a Series", "2" = "The answer is one number (from 0 to 1); this is a list", "3" = "There is no value for 'without'", "5" = "The table lacks the column 'lost'", "6" = "At 'trying': The answer is NaN", "6 steady" = "The answer is a dict or a Series by name; this is a list", "10" = "At 'm1': The answer is one of", "10 people" = "At 'p1': The answer is one of", "10 testable" = "At 'c1': The answer is one of"}
# %% 06-1-answer
parts = rm.loyalty.model.component_scores(case.surveys)
index = list(rm.loyalty.model.loyalty_index(parts, at_least=5))
index = pd.Series(index)
# %% 06-2-answer
complete = parts.dropna()
alpha = [0.5]
alpha_without = None
# %% 06-3-answer
both_sides = {"with": "most"}
# %% 06-5-answer
stage = rm.loyalty.model.stages(case.customers, case.orders)
counts = rm.loyalty.model.transition_counts(stage, case.persons).drop(columns="lost")
matrix = counts.to_numpy()
# %% 06-6-answer
stay = dict.fromkeys(["trying", "returning", "trusting"], float("nan"))
climb = rm.loyalty.model.climb(case.given_matrix)
steady = [0.8, 0.1, 0.05, 0.05]
# %% 06-10-answer
pulls = dict.fromkeys(case.measures, "price")
places = dict.fromkeys(case.people, "somewhere")
testable = dict.fromkeys(case.claims, "perhaps")
