# about = "closes the account in points"
# kind = "mistake"
# lost = {"3" = 8}
# says = {"3" = "These are points"}
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
