# about = "leaves out of the others whoever joins later"
# kind = "mistake"
# lost = {"7" = 12}
# says = {"7" = "Others are all who had not joined by the end of 2022"}
# %% 11-7-answer
people = rm.membership.model.members_and_others(case.customers, case.orders, case.memberships)
people = people[people["member"] | ~people.index.isin(case.memberships["customer_id"])]
effects = {
    "naive": rm.membership.model.naive(people),
    "matched": rm.membership.model.matched(people),
    "did": rm.membership.model.difference_in_differences(people),
}
