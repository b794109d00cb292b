# about = "counts customers who ordered nothing in the year"
# kind = "mistake"
# lost = {"3" = 3}
# says = {"3" = "This counts all customers of your case", "3 consent" = "These have consented, and some of them bought nothing"}
# %% 00-3-answer
buyers = len(case.customers)
may_write = case.customers["consent"].sum()
