# about = "text for numbers in the programme, gaps for 0 in what expires"
# kind = "mistake"
# lost = {"2" = 10, "9" = 8}
# says = {"2" = "Where there is nothing the value is 0", "9" = "At 'give_back'"}
# %% 11-2-answer
ledger = case.ledger
expired = rm.membership.model.expiry_due(ledger, 2)[[2023, 2024]].set_axis(
    ["at_end_2023", "at_end_2024"], axis=1
)
zero_for_gaps = expired
expired = expired.replace(0, np.nan)
# %% 11-3-answer
due = zero_for_gaps.stack()
due = due[due > 0].rename("points").reset_index().set_axis(["customer_id", "year", "points"], axis=1)
due["entered_on"] = pd.to_datetime(due["year"].str[-4:] + "-12-31")
due = due.assign(points=-due["points"], kind="expire", entry_id=range(len(due)))
account = rm.membership.model.roll_forward(pd.concat([ledger, due]), case.point_value)
# %% 11-9-answer
table, board = rm.membership.model.designs(), case.board
table = table[(table["response"] == board["response"]) & (table["cost"] <= board["cost_cap"])]
table = table[(table["owed"] <= board["owed_cap"]) & (table["expiry_years"] >= 2)]
best = table.loc[table.filter(like="net_").mean(axis=1).idxmax()]
design = best[["give_back", "tiers", "expiry_years", "social", "structural"]].to_dict()
design["give_back"] = str(design["give_back"])
