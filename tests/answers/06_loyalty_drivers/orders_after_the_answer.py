# about = "takes the orders after the answer for behaviour, and counts open years as gone"
# kind = "mistake"
# lost = {"4" = 10}
# says = {"4" = "Behaviour is the orders up to the answer"}
# %% 06-4-answer
attitude = parts[["initiative", "recommendation", "resistance"]]
rows = pd.DataFrame({"attitude": attitude.mean(axis=1).where(attitude.notna().all(axis=1))})
answered = case.surveys["answered_on"]
first, last = case.orders["ordered_on"].min(), case.orders["ordered_on"].max()
pairs = case.surveys[["survey_id", "customer_id", "answered_on"]].merge(case.orders, on="customer_id")
days = (pairs["ordered_on"] - pairs["answered_on"]).dt.days


def orders_between(low, high):
    found = pairs.loc[days.between(low, high), "survey_id"].value_counts()
    return case.surveys["survey_id"].map(found).fillna(0)


rows["after"] = orders_between(1, 183).where(answered + pd.Timedelta(days=183) <= last)
rows["gone"] = (orders_between(1, 365) == 0).astype(float)
rows = rows.dropna(subset=["attitude", "after"])
likes, buys = rows["attitude"] > case.cuts["attitude"], rows["after"] >= case.cuts["orders"]
kinds = {"true": likes & buys, "latent": likes & ~buys, "spurious": ~likes & buys, "none": ~likes & ~buys}
cells = {name: here.mean() for name, here in kinds.items()}
gone = {name: rows.loc[here, "gone"].mean() for name, here in kinds.items()}
