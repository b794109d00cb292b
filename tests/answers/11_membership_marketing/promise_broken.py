# about = "lets points expire within the year, which the board has promised not to do"
# kind = "mistake"
# lost = {"9" = 8}
# says = {"9" = "The board has promised members"}
# %% 11-9-answer
table, board = rm.membership.model.designs(), case.board
table = table[(table["response"] == board["response"]) & (table["cost"] <= board["cost_cap"])]
table = table[(table["owed"] <= board["owed_cap"]) & (table["expiry_years"] == 1)]
best = table.loc[table.filter(like="net_").mean(axis=1).idxmax()]
design = best[["give_back", "tiers", "expiry_years", "social", "structural"]].to_dict()
