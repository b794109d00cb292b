# about = "does not count the year of earning, so that points live a year too long"
# kind = "mistake"
# lost = {"2" = 10, "3" = 8}
# says = {"2" = "These points live a year too long"}
# %% 11-2-answer
ledger = case.ledger
expired = rm.membership.model.expiry_due(ledger, 3)[[2023, 2024]].set_axis(
    ["at_end_2023", "at_end_2024"], axis=1
)
