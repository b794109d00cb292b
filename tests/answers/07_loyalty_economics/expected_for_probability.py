# about = "takes the expected number of deals for the probability of at least one"
# kind = "mistake"
# lost = {"10" = 2}
# says = {"10" = "This is the expected number of deals"}
# %% 07-10-answer
numbers = case.referral
r0 = numbers["share_who_refer"] * numbers["leads"] * numbers["conversion"]
referrals = {"r0": r0, "in_the_end": 1 / (1 - r0), "at_least_one": numbers["leads"] * numbers["conversion"]}

from relmark_helpers.topics.lifetime.assignment import right

testable = right.testable(case)
