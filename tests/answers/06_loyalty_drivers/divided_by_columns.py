# about = "divides the counts by the sums of their columns"
# kind = "mistake"
# lost = {"5" = 7}
# says = {"5 matrix" = "You divided by the sums of the columns"}
# %% 06-5-answer
stage = rm.loyalty.model.stages(case.customers, case.orders)
counts = rm.loyalty.model.transition_counts(stage, case.persons)
matrix = counts / counts.sum()
