# about = "adds the months up and does not divide"
# kind = "mistake"
# lost = {"2" = 2}
# says = {"2" = "This is the sum of the months"}
# %% 00-2-answer
orders = rm.load("orders")
days = orders.loc[orders["branch_id"] == case.branch, "ordered_on"]
highest_mean = days.dt.to_period("M").value_counts().sort_index().rolling(case.months).sum().max()
