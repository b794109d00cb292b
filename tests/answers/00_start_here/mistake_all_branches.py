# about = "sets the months and leaves the branch at all"
# kind = "mistake"
# lost = {"2" = 2}
# says = {"2" = "This is the mean of all branches together"}
# %% 00-2-answer
highest_mean = rm.start.explore_orders.view(months=case.months).table["mean"].max()
