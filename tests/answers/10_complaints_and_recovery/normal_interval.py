# about = "share ± 1.96 standard errors in place of Wilson's interval"
# kind = "mistake"
# lost = {"2" = 6}
# says = {"2" = "These bounds are share ± 1.96 standard errors"}
# %% 10-2-answer
cases = rm.complaints.model.case_table(case.complaints, case.orders, case.within)
returned = rm.complaints.model.return_by_handling(cases[cases["severity"] == case.severity])
returned = returned.set_index("handling")
half = 1.96 * (returned["share"] * (1 - returned["share"]) / returned["rows"]) ** 0.5
returned = returned.assign(low=returned["share"] - half, high=returned["share"] + half)
