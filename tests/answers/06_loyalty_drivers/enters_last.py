# about = "takes what a driver adds when it enters last for its contribution"
# kind = "mistake"
# lost = {"7" = 10}
# says = {"7" = "This is what the driver adds when it enters last"}
# %% 06-7-answer
def contribution(correlations, driver):
    R = np.asarray(correlations, dtype=float)
    p = len(R) - 1

    def explained(some):
        return R[p, some] @ np.linalg.solve(R[np.ix_(some, some)], R[some, p])

    everything = list(range(p))
    return explained(everything) - explained([each for each in everything if each != driver])


# %% 06-8-answer
drivers = rm.loyalty.model.driver_table(case.surveys, case.orders, case.memberships)
driver_shares = rm.loyalty.model.driver_shares(drivers, "stated", draws=20).set_index("driver")["share"]
