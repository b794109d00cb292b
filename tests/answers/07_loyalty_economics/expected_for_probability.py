# about = "takes the expected number of deals for the probability of at least one"
# kind = "mistake"
# lost = {"10" = 2}
# says = {"10" = "This is the expected number of deals"}
# %% 07-10-answer
# as in the reference
referrals["at_least_one"] = numbers["leads"] * numbers["conversion"]
