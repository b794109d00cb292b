# about = "answers of the wrong kind or shape: a list, text, NaN, a missing key, a Series for a table"
# kind = "mistake"
# lost = {"2" = 6, "3" = 12, "6" = 12, "7" = 6, "9" = 10, "10" = 4}
# says = {"2" = "At 'low': The answer is NaN", "2 real" = "The answer is one of", "3" = "The answer is a dict or a Series by name; this is a list", "6" = "The answer is a DataFrame; this is a Series", "6 mean" = "The answer is one number (scale points); this is text", "7" = "There is no value for 'assurance'", "9" = "There is no value for 'focus_group'", "10" = "At 's1': The answer is one of"}
# %% 05-2-answer
move = {"change": 1.0, "low": float("nan"), "high": float("nan")}
real = "perhaps"
# %% 05-3-answer
scale = case.scale.astype(float)
scale[case.turned] = 8 - scale[case.turned]
item_total = list(rm.survey.model.item_analysis(scale)["item_total"])
drop = int(np.argmin(item_total))
alpha = {
    "alpha": "0.8",
    "low": None,
    "high": None,
    "without": rm.survey.model.alpha_with_interval(scale.iloc[:, [i for i in range(6) if i != drop]]).value,
}
# %% 05-6-answer
weight = rm.survey.model.rake(case.respondents, case.margins)
raked = weight
raked_mean = "about five"
effect = None
# %% 05-7-answer
shares = {"reliability": 0.2, "responsiveness": 0.1}
# %% 05-9-answer
plan = {"questionnaire": 10000, "telephone": 10000, "in_home_interview": 20000, "combine": "follow_up"}
# %% 05-10-answer
methods = dict.fromkeys(case.situations, "letter")
ways = ["research", "feedback", "direct contact"]
