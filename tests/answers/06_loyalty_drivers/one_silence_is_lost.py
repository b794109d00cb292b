# about = "calls a customer lost after one silent half-year"
# kind = "mistake"
# lost = {"5" = 12}
# says = {"5" = "One silent half-year is not lost"}
# %% 06-5-answer
names = ["watching", "trying", "returning", "trusting", "lost"]
halves = case.orders["ordered_on"].dt.year * 2 + (case.orders["ordered_on"].dt.month > 6)
orders = pd.crosstab(case.orders["customer_id"], halves)
orders = orders.reindex(index=case.customers["customer_id"], columns=range(4044, 4050), fill_value=0)
begun = orders.cumsum(axis=1).gt(0).to_numpy() | (case.customers["joined"] < "2022").to_numpy()[:, None]
stage = pd.DataFrame("trying", index=orders.index, columns=orders.columns)
stage = stage.mask(orders >= 2, "returning").mask(orders >= 4, "trusting")
stage = stage.mask(orders == 0, "lost").where(begun, "watching").iloc[:, :5]
counts = pd.DataFrame(0.0, index=names, columns=names)
for before, after in zip(stage.columns[:-1], stage.columns[1:]):
    counts += pd.crosstab(stage[before], stage[after]).reindex(index=names, columns=names, fill_value=0)
counts.loc["watching", "watching"] += 4 * (case.persons - len(case.customers))
matrix = counts.div(counts.sum(axis=1), axis=0)
matrix.loc["lost"] = [0.0, 0.0, 0.0, 0.0, 1.0]
