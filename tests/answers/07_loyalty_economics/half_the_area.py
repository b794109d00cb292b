# about = "gives the area for the Gini coefficient, and compares sums of groups in place of heads"
# kind = "mistake"
# lost = {"8" = 5}
# says = {"8" = "The Gini coefficient is twice the area", "8 times" = "This compares the groups' sums"}
# %% 07-8-answer
before = case.profits["profit_2023"].sort_values().to_numpy()
lorenz = np.append(0, before.cumsum() / before.sum())
table = case.profits.set_index("customer_id")
concentration = {
    "gini": 0.5 - np.trapezoid(lorenz, dx=1 / 400),
    "top_share": 1 - lorenz[320],
    "still_on_top": rm.lifetime.model.still_on_top(table["profit_2023"], table["profit_2024"]),
}
times = before[-80:].sum() / before[:-80].sum()
