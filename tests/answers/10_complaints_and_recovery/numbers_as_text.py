# about = "text for numbers, a story that fades once only, and no answer about rules and claims"
# kind = "mistake"
# lost = {"6" = 2, "7" = 3, "10" = 12}
# says = {"6" = "The answer is one number", "7 function" = "The wish to tell fades once only", "10" = "At 'ease'"}
# %% 10-6-answer
desk = case.desk
open_cases = str(desk["cases_a_day"] * desk["days_open"])


def wait_chance(load, agents):
    return rm.complaints.model.erlang_c(load, agents)


agents = rm.complaints.model.agents_needed(
    desk["calls"], desk["handling"], desk["level"], desk["target"], desk["interval"]
)
staff = {"agents": agents, "roster": rm.complaints.model.rostered(agents, desk["shrinkage"])}
free, waited = [0.0] * desk["agents"], []
for came, takes in case.calls[["came", "takes"]].to_numpy():
    free.sort()
    waited.append(max(0, free[0] - came))
    free[0] = max(came, free[0]) + takes
mean_wait = np.mean(waited)
hang_up = "shorter"
# %% 10-7-answer
story = case.story
heard = story["first"] * (1 + story["retold"] * story["second"] * (1 - story["overlap"]))
retelling = (story["total"] / story["first"] - 1) / (story["second"] * (1 - story["overlap"]))


def people(first, second, retold, fades, generations):
    total = new = first
    for number in range(generations - 1):
        new = new * retold * second * (fades if number else 1)
        total += new
    return total


# %% 10-10-answer
told = case.department
best = rm.complaints.model.best_plan(told["budget"], told["failures"], told["major"], told["loss"])
plan = {name: str(best[name]) for name in ["ease", "staff", "remedy", "training"]}
rules = holds = None
