# about = "forgets the present half-year, and takes the time of all for the time of those who arrive"
# kind = "mistake"
# lost = {"6" = 7}
# says = {"6" = "The present half-year counts too", "6 climb" = "This is the time until trusting or lost, of all"}
# %% 06-6-answer
P = case.given_matrix.to_numpy()
on_the_ladder = ["trying", "returning", "trusting"]
stay = dict(zip(on_the_ladder, np.linalg.inv(np.eye(3) - P[1:4, 1:4]).sum(axis=1) - 1))
N = np.linalg.inv(np.eye(2) - P[1:3, 1:3])
climb = {"chance": (N @ P[1:3, 3])[0], "half_years": N.sum(axis=1)[0]}
steady = rm.loyalty.model.steady_state(rm.loyalty.model.refilled(case.given_matrix))
