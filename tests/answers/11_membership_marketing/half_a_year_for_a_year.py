# about = "compares half a year before with a whole year after"
# kind = "mistake"
# lost = {"7" = 4}
# says = {"7" = "Before counts half a year and after a whole one"}
# %% 11-7-answer
people = rm.membership.model.members_and_others(case.customers, case.orders, case.memberships)
change_of = (people["after"] - people["before"]).groupby(people["member"]).mean()
effects = {
    "naive": rm.membership.model.naive(people),
    "matched": rm.membership.model.matched(people),
    "did": change_of[True] - change_of[False],
}
