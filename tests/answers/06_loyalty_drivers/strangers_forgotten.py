# about = "leaves out the persons in reach who never became customers"
# kind = "mistake"
# lost = {"5" = 8}
# says = {"5" = "The persons in reach who never became customers"}
# %% 06-5-answer
stage = rm.loyalty.model.stages(case.customers, case.orders)
counts = rm.loyalty.model.transition_counts(stage)
matrix = rm.loyalty.model.transition_matrix(counts)
