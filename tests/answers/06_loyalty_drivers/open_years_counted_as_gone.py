# about = "counts answers whose year is not over as gone where no order is seen yet"
# kind = "mistake"
# lost = {"4" = 5}
# says = {"4 gone" = "An answer whose 365 days are not over"}
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


can_be_placed = (answered - pd.Timedelta(days=182) >= first) & (answered <= last)
rows["before"] = orders_between(-182, 0).where(can_be_placed)
rows["gone"] = (orders_between(1, 365) == 0).astype(float)
rows = rows.dropna(subset=["attitude", "before"])
likes, buys = rows["attitude"] > case.cuts["attitude"], rows["before"] >= case.cuts["orders"]
kinds = {"true": likes & buys, "latent": likes & ~buys, "spurious": ~likes & buys, "none": ~likes & ~buys}
cells = {name: here.mean() for name, here in kinds.items()}
gone = {name: rows.loc[here, "gone"].mean() for name, here in kinds.items()}
