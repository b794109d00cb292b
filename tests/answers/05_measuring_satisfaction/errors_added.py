# about = "adds the standard errors of both quarters"
# kind = "mistake"
# lost = {"2" = [4, 6]}
# says = {"2" = "Variances add, not standard errors"}
# %% 05-2-answer
first = net_promoter(answers[answers["quarter"] == "first"]["nps"])
change = score["nps"] - first["nps"]
error = score["standard_error"] + first["standard_error"]
move = {"change": change, "low": change - 1.96 * error, "high": change + 1.96 * error}
real = "no" if move["low"] <= 0 <= move["high"] else "yes"
