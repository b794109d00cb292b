# about = "burns the newest points first"
# kind = "mistake"
# lost = {"1" = 8}
# says = {"1" = "Here rewards take the newest points first"}
# %% 11-1-answer
def expiry(earned, burned, years):
    lots, due = [], 0
    for plus, minus in zip(earned, burned):
        lots.append(plus)
        for place in range(len(lots) - 1, -1, -1):
            taken = min(minus, lots[place])
            lots[place] -= taken
            minus -= taken
        due = 0
        while len(lots) >= years:
            due += lots.pop(0)
    return due


# %% 11-2-answer
ledger = case.ledger
expired = rm.membership.model.expiry_due(ledger, 2)[[2023, 2024]].set_axis(
    ["at_end_2023", "at_end_2024"], axis=1
)
