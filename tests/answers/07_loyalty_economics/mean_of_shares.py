# about = "takes the mean of the customers' shares for the share of customer"
# kind = "mistake"
# lost = {"9" = 3}
# says = {"9" = "This is the mean of the customers' shares"}
# %% 07-9-answer
panel = case.panel
ours = panel[panel["own"] > 0]
shares = {
    "market_share": panel["own"].sum() / panel["category"].sum(),
    "penetration": len(ours) / len(panel),
    "share_of_customer": (ours["own"] / ours["category"]).mean(),
}
