# about = "divides retention spending by all customers, and compares the effect with those kept"
# kind = "mistake"
# lost = {"7" = 5}
# says = {"7" = "“Kept” divides by the customers who stayed", "7 effect" = "This compares with the customers kept"}
# %% 07-7-answer
ledger = case.ledger
won = ledger["acquisition_spending"] / ledger["newcomers"]
saved = ledger["retention_spending"] / (ledger["customers"] * ledger["retention_effect"])
costs = {"won": won, "kept": ledger["retention_spending"] / ledger["customers"], "saved": saved}
effect_needed = ledger["retention_spending"] / (ledger["customers"] * ledger["annual_retention"] * won)
