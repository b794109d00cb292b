# about = "the course's own functions, and answers rounded within the tolerance"
# kind = "right"
# %% 11-2-answer
ledger = case.ledger
due = rm.membership.model.expiry_due(ledger, 2)
expired = due[[2023, 2024]].set_axis(["at_end_2023", "at_end_2024"], axis=1)
# %% 11-3-answer
due = expired.stack()
due = due[due > 0].rename("points").reset_index().set_axis(["customer_id", "year", "points"], axis=1)
due["entered_on"] = pd.to_datetime(due["year"].str[-4:] + "-12-31")
due = due.assign(points=-due["points"], kind="expire", entry_id=range(len(due)))
account = rm.membership.model.roll_forward(pd.concat([ledger, due]), case.point_value)
# %% 11-4-answer
sale = case.sale
found = rm.membership.model.allocated(sale["sales"], sale["points"], sale["redemption"], sale["value"])
split = pd.Series(found).round(1)
schedule = rm.membership.model.recognised(10_000, case.redeemed, case.expected).set_index("period").round(1)
change = round(
    rm.membership.model.change_of_estimate(10_000, sum(case.redeemed), *case.expected[1:])["profit"], 1
)
# %% 11-5-answer
counts = rm.membership.model.tier_moves(case.memberships, "2023-12-31", "2024-12-31")
shares = rm.membership.model.migration(counts).pivot(index="from", columns="to", values="share")
migration = shares.round(4)
# %% 11-6-answer
told = case.cards
found = rm.membership.model.two_cards(
    told["done_plain"], told["plain"], told["done_head_start"], told["head_start"]
)
cards = interval = {name: round(value, 3) for name, value in found.items()}
# %% 11-7-answer
people = rm.membership.model.members_and_others(case.customers, case.orders, case.memberships)
effects = {
    "naive": round(rm.membership.model.naive(people), 2),
    "matched": round(rm.membership.model.matched(people), 2),
    "did": round(rm.membership.model.difference_in_differences(people), 2),
}
# %% 11-8-answer
truth = round(rm.membership.model.true_effect(case.worlds), 2)
given_away = {name: round(value, 3) for name, value in rm.membership.model.anyway(case.worlds, 0.02).items()}
