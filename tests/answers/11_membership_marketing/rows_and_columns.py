# about = "exchanges from and to"
# kind = "mistake"
# lost = {"5" = 7}
# says = {"5" = "Rows are the tier at the end of 2023"}
# %% 11-5-answer
counts = rm.membership.model.tier_moves(case.memberships, "2023-12-31", "2024-12-31").T
migration = counts.div(counts.sum(axis=1), axis=0)
