# about = "counts partly resolved as resolved, and takes the plain mean of two shares"
# kind = "mistake"
# lost = {"2" = 12, "3" = 3}
# says = {"2" = "Partly resolved is not resolved", "3" = "This is the plain mean of two shares"}
# %% 10-2-answer
cases = rm.complaints.model.case_table(case.complaints, case.orders, case.within)
cases["outcome"] = cases["outcome"].replace("partly", "resolved")
returned = rm.complaints.model.return_by_handling(cases[cases["severity"] == case.severity])
returned = returned.set_index("handling")


# %% 10-3-answer
def rebuy(complaining, handled, silent):
    return (handled + silent) / 2


needed = (case.told["wanted"] - case.told["silent"]) / (case.told["handled"] - case.told["silent"])
