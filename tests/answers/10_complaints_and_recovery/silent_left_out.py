# about = "forgets those who say nothing: all shares by the whole, and nothing bought by the silent"
# kind = "mistake"
# lost = {"1" = 8, "3" = 6}
# says = {"1" = "All four are divided by the answers with a problem", "3" = "Those who say nothing are left out", "3 needed" = "This takes it that none of those who say nothing buys again"}
# %% 10-1-answer
last = case.orders["ordered_on"].max()


def returned_within(table, since):
    pairs = table[["customer_id", since]].reset_index().merge(case.orders, on="customer_id")
    days = (pairs["ordered_on"] - pairs[since]).dt.days
    hits = set(pairs.loc[days.between(1, case.within), "index"])
    return pd.Series([row in hits for row in table.index], index=table.index)


wrong = case.surveys[case.surveys["problem"].isin(["minor", "major"])]
wrong = wrong[wrong["answered_on"] + pd.Timedelta(days=case.within) <= last]
outcome = case.complaints.drop_duplicates("order_id").set_index("order_id")["outcome"].astype(str)
found = wrong["order_id"].map(outcome)
spoke, solved = found.notna(), found == "resolved"
back = returned_within(wrong, "answered_on")
funnel = {
    "complained": spoke.mean(),
    "resolved": solved.mean(),
    "returned": (back & solved).mean(),
    "silent returned": (back & ~spoke).mean(),
}


# %% 10-3-answer
def rebuy(complaining, handled, silent):
    return complaining * handled


needed = case.told["wanted"] / case.told["handled"]
