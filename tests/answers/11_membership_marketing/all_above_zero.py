# about = "writes burned and expired points above zero"
# kind = "mistake"
# lost = {"3" = 4}
# says = {"3" = "What leaves the account is negative"}
# %% 11-3-answer
account = pd.DataFrame(
    0.0, index=[2022, 2023, 2024], columns=["opening", "earn", "adjust", "burn", "expire", "closing"]
)
for each in account.index:
    now = ledger[ledger["entered_on"].dt.year == each]
    for kind in ("earn", "adjust", "burn"):
        account.loc[each, kind] = now.loc[now["kind"] == kind, "points"].sum()
account["expire"] = [0.0, -expired["at_end_2023"].sum(), -expired["at_end_2024"].sum()]
account["closing"] = account[["earn", "adjust", "burn", "expire"]].sum(axis=1).cumsum()
account["opening"] = account["closing"].shift(fill_value=0.0)
account[["burn", "expire"]] = account[["burn", "expire"]].abs()
account = account * case.point_value
