# about = "counts top customers who bought again at all as still on top"
# kind = "mistake"
# lost = {"8" = 2}
# says = {"8" = "These are the top customers who bought again at all"}
# %% 07-8-answer
top = case.profits.nlargest(80, "profit_2023")
profit = case.profits["profit_2023"]
concentration = {
    "gini": rm.lifetime.model.gini(profit),
    "top_share": top["profit_2023"].sum() / profit.sum(),
    "still_on_top": (top["profit_2024"] > 0).mean(),
}
times = top["profit_2023"].mean() / profit.nsmallest(320).mean()
