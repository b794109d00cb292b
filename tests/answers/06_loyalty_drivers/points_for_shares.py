# about = "gives points of R² in place of shares of it"
# kind = "mistake"
# lost = {"8" = 6}
# says = {"8" = "These are points of R²"}
# %% 06-8-answer
drivers = rm.loyalty.model.driver_table(case.surveys, case.orders, case.memberships)
found = rm.loyalty.model.driver_shares(drivers, "stated", draws=20).set_index("driver")
driver_shares = found["contribution"]
