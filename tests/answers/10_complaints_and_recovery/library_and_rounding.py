# about = "the course's own functions, and answers rounded within the tolerance"
# kind = "right"
# %% 10-1-answer
last = case.orders["ordered_on"].max()
problems = rm.complaints.model.problem_table(case.surveys, case.complaints, case.orders, case.within)
found = rm.complaints.model.funnel(problems).set_index("stage")["share"].round(3)
names = ["complained", "complained, resolved", "complained, resolved, returned", "said nothing, returned"]
funnel = dict(zip(["complained", "resolved", "returned", "silent returned"], found[names]))
# %% 10-2-answer
cases = rm.complaints.model.case_table(case.complaints, case.orders, case.within)
returned = rm.complaints.model.return_by_handling(cases[cases["severity"] == case.severity])
returned = returned.set_index("handling").round({"share": 3, "low": 3, "high": 3})


# %% 10-3-answer
def rebuy(complaining, handled, silent):
    return rm.complaints.model.rebuy_overall(complaining, handled, silent)


told = case.told
needed = round((told["wanted"] - told["silent"]) / (told["handled"] - told["silent"]), 3)
# %% 10-5-answer
shares = rm.complaints.model.justice_shares(case.rated, "satisfaction", draws=20)
justice = shares.set_index("justice")["weight"].round(3)
# %% 10-6-answer
desk = case.desk
open_cases = rm.complaints.model.open_cases(desk["cases_a_day"], desk["days_open"])
wait_chance = rm.complaints.model.erlang_c
numbers = [desk[name] for name in ["calls", "handling", "level", "target", "interval"]]
agents = rm.complaints.model.agents_needed(*numbers)
staff = pd.Series({"agents": agents, "roster": rm.complaints.model.rostered(agents, desk["shrinkage"])})
free = [0.0] * desk["agents"]
waited = []
for came, takes in case.calls.to_numpy():
    free.sort()
    waited.append(max(free[0] - came, 0))
    free[0] = max(free[0], came) + takes
mean_wait = round(sum(waited) / len(waited), 2)
hang_up = " Shorter "
# %% 10-7-answer
heard = np.float64(rm.complaints.model.reach(*list(case.story.values())[:4]))
needs = rm.complaints.model.needed_retelling(case.story["total"], case.story["first"], case.story["second"])
retelling = needs / (1 - case.story["overlap"])


def people(*numbers):
    return rm.complaints.model.expected_branching(*numbers).sum()


# %% 10-9-answer
usual = case.weeks.iloc[:52].mean()
limit = rm.complaints.model.upper_limit(usual)
warning = {
    "false alarm": round(rm.complaints.model.alarm_chance(usual, limit), 5),
    "alarms": int((case.weeks.iloc[52:] > limit).sum()),
}
# %% 10-10-answer
# as in the reference
plan = rm.complaints.model.best_plan(*case.department.values())
# the department's values stand in another order than the function's
told = case.department
plan = rm.complaints.model.best_plan(told["budget"], told["failures"], told["major"], told["loss"])
rules = pd.Series(rules)
holds = {key: word.upper() for key, word in holds.items()}
