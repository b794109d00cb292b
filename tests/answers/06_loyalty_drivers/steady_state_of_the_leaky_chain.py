# about = "lets the chain run to its end: everybody is lost; and takes the single step for the way up"
# kind = "mistake"
# lost = {"6" = 7}
# says = {"6 climb" = "This is the chance of the one step", "6 steady" = "In the chain with its end everybody is lost"}
# %% 06-6-answer
P = case.given_matrix.to_numpy()
stay = rm.loyalty.model.expected_stay(case.given_matrix)
climb = rm.loyalty.model.climb(case.given_matrix) | {"chance": P[1, 3]}
steady = dict(zip(case.given_matrix.columns, np.full(5, 0.2) @ np.linalg.matrix_power(P, 5000)))
