# about = "takes complaints of both severities"
# kind = "mistake"
# lost = {"2" = 12}
# says = {"2" = "Both severities are in it"}
# %% 10-2-answer
cases = rm.complaints.model.case_table(case.complaints, case.orders, case.within)
returned = rm.complaints.model.return_by_handling(cases.assign(severity="major")).set_index("handling")
