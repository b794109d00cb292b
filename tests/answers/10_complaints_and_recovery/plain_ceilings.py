# about = "the ceiling written the plain way, labels and words with capitals, text from numpy"
# kind = "right"
# %% 10-2-answer
grave = case.complaints[case.complaints["severity"] == case.severity]
grave = grave[grave["closed"] + pd.Timedelta(days=case.within) <= last]
quick = (grave["closed"] - grave["opened"]).dt.days <= 4
handling = np.where(
    grave["outcome"] != "resolved", "Not Resolved", np.where(quick, "Resolved Quickly", "Resolved")
)
counted = returned_within(grave, "closed").groupby(handling).agg(["sum", "size"])
from statsmodels.stats.proportion import proportion_confint

low, high = proportion_confint(counted["sum"], counted["size"], method="wilson")
returned = pd.DataFrame({"share": counted["sum"] / counted["size"], "low": low, "high": high}).round(4)
# %% 10-6-answer
import math

desk = case.desk
open_cases = desk["cases_a_day"] * desk["days_open"]


def wait_chance(load, agents):
    blocked = 1.0
    for number in range(1, agents + 1):
        blocked = load * blocked / (number + load * blocked)
    return blocked * agents / (agents - load * (1 - blocked))


load = desk["calls"] * desk["handling"] / desk["interval"]
agents = math.floor(load) + 1
while (
    1 - wait_chance(load, agents) * math.exp((load - agents) * desk["target"] / desk["handling"])
    < desk["level"]
):
    agents += 1
staff = {"agents": agents, "roster": math.ceil(agents / (1 - desk["shrinkage"]))}
free, waited = [0.0] * desk["agents"], []
for came, takes in case.calls[["came", "takes"]].to_numpy():
    first = free.index(min(free))
    waited.append(max(0, free[first] - came))
    free[first] = max(came, free[first]) + takes
mean_wait = np.mean(waited)
hang_up = np.str_("Shorter")
