# about = "counts answers whose days are not over as not returned"
# kind = "mistake"
# lost = {"1" = [4, 8]}
# says = {"1" = "An answer whose days are not over by the last order"}
# %% 10-1-answer
last = case.orders["ordered_on"].max()


def returned_within(table, since):
    pairs = table[["customer_id", since]].reset_index().merge(case.orders, on="customer_id")
    days = (pairs["ordered_on"] - pairs[since]).dt.days
    hits = set(pairs.loc[days.between(1, case.within), "index"])
    return pd.Series([row in hits for row in table.index], index=table.index)


wrong = case.surveys[case.surveys["problem"].isin(["minor", "major"])]
outcome = case.complaints.drop_duplicates("order_id").set_index("order_id")["outcome"].astype(str)
found = wrong["order_id"].map(outcome)
spoke, solved = found.notna(), found == "resolved"
back = returned_within(wrong, "answered_on")
funnel = {
    "complained": spoke.mean(),
    "resolved": solved[spoke].mean(),
    "returned": back[solved].mean(),
    "silent returned": back[~spoke].mean(),
}
