# about = "divides by the sums of the columns"
# kind = "mistake"
# lost = {"5" = 3}
# says = {"5 shares" = "You divided by the sums of the columns"}
# %% 11-5-answer
counts = rm.membership.model.tier_moves(case.memberships, "2023-12-31", "2024-12-31")
migration = counts / counts.sum()
