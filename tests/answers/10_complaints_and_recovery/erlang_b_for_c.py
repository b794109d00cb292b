# about = "takes Erlang B for C, divides where Little's law multiplies, and staffs for the load alone"
# kind = "mistake"
# lost = {"6" = 16}
# says = {"6" = "Little's law multiplies", "6 function" = "This is Erlang B", "6 staff" = "This covers the load and leaves no room for chance", "6 calls" = "All calls went to one agent", "6 hang up" = "Who hangs up waits no longer"}
# %% 10-6-answer
desk = case.desk
open_cases = desk["cases_a_day"] / desk["days_open"]


def wait_chance(load, agents):
    blocked = 1.0
    for number in range(1, agents + 1):
        blocked = load * blocked / (number + load * blocked)
    return blocked


agents = desk["calls"] * desk["handling"] // desk["interval"] + 1
staff = {"agents": agents, "roster": int(np.ceil(agents / (1 - desk["shrinkage"]) - 1e-9))}
free, waited = 0.0, []
for came, takes in case.calls[["came", "takes"]].to_numpy():
    waited.append(max(free - came, 0))
    free = max(free, came) + takes
mean_wait = np.mean(waited)
hang_up = "longer"
