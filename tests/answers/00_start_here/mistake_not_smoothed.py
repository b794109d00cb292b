# about = "leaves the months of the mean at one"
# kind = "mistake"
# lost = {"2" = 2}
# says = {"2" = "This is the highest single month"}
# %% 00-2-answer
highest_mean = rm.start.explore_orders.view(branch=case.branch).table["mean"].max()
