# about = "answers of the wrong kind or shape: a list, text, NaN, a missing key or column, other words"
# kind = "mistake"
# lost = {"1" = 8, "2" = 6, "4" = 12, "6" = 9, "7" = 3, "9" = 2, "10" = 12}
# says = {"1" = "The answer is a dict or a Series by name; this is a list", "2" = "The table lacks the column 'low'", "4" = "There is no value for 'both'", "4 interval" = "At 'low': The answer is NaN", "4 verdict" = "At 'satisfaction': The answer is one of", "6" = "The answer is one number (cases); this is text", "6 function" = "The answer is a function", "6 hang up" = "The answer is one of", "7 function" = "Called with (18, 13.5, 0.1, 0.5, 3) your function returns nothing", "9" = "The answer is one number (complaints); this is a list", "10" = "There is no value for 'training'", "10 rules" = "At 'm1': The answer is one of", "10 claims" = "At 'c1': The answer is one of"}
# %% 10-1-answer
last = case.orders["ordered_on"].max()
funnel = [0.3, 0.8, 0.7, 0.6]
# %% 10-2-answer
cases = rm.complaints.model.case_table(case.complaints, case.orders, case.within)
returned = rm.complaints.model.return_by_handling(cases[cases["severity"] == case.severity])
returned = returned.set_index("handling")[["share"]]
# %% 10-4-answer
differences = {"within": 0.1, "between": 0.2}
interval = {"low": float("nan"), "high": 1.0}
verdict = {"satisfaction": "better", "orders": "worse"}
# %% 10-6-answer
# as in the reference
open_cases = "many"
wait_chance = 0.17
hang_up = "unclear"
# %% 10-7-answer
story = case.story
heard = story["first"] * (1 + story["retold"] * story["second"] * (1 - story["overlap"]))
retelling = (story["total"] / story["first"] - 1) / (story["second"] * (1 - story["overlap"]))


def people(first, second, retold, fades, generations):
    total = first


# %% 10-9-answer
# as in the reference
limit = [9.0]
# %% 10-10-answer
plan = {"ease": 0.5, "staff": 11.0, "remedy": 1.0}
rules = dict.fromkeys(case.measures, "kindness")
holds = dict.fromkeys(case.claims, "perhaps")
