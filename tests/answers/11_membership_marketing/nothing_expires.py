# about = "closes the account as if nothing had expired"
# kind = "mistake"
# lost = {"3" = 8}
# says = {"3" = "Nothing expires here"}
# %% 11-3-answer
account = rm.membership.model.roll_forward(ledger, case.point_value)
