# about = "averages over subsets as if each stood for equally many orders of entry"
# kind = "mistake"
# lost = {"7" = 7}
# says = {"7" = "Not every subset stands for equally many orders"}
# %% 06-7-answer
def contribution(correlations, driver):
    worth = rm.loyalty.model.explained(np.asarray(correlations, dtype=float))
    with_it = [some for some in worth if driver in some]
    return np.mean([worth[s] - worth[tuple(each for each in s if each != driver)] for s in with_it])


# %% 06-8-answer
drivers = rm.loyalty.model.driver_table(case.surveys, case.orders, case.memberships)
driver_shares = rm.loyalty.model.driver_shares(drivers, "stated", draws=20).set_index("driver")["share"]
