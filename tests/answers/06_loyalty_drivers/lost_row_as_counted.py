# about = "lets the lost come back, as they were counted"
# kind = "mistake"
# lost = {"5" = 2}
# says = {"5 matrix" = "The chain makes lost final"}
# %% 06-5-answer
stage = rm.loyalty.model.stages(case.customers, case.orders)
counts = rm.loyalty.model.transition_counts(stage, case.persons)
matrix = counts.div(counts.sum(axis=1), axis=0)
