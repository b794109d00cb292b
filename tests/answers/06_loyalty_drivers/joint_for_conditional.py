# about = "forgets to divide by the share of satisfied"
# kind = "mistake"
# lost = {"9" = 4}
# says = {"9" = "This is the share of all customers who were satisfied and left"}
# %% 06-9-answer
left_of_satisfied = case.reported["satisfied_of_left"] * case.reported["left"]
followed = answered + pd.Timedelta(days=365) <= last
who = drivers.loc[followed & drivers["satisfaction"].notna(), ["satisfaction", "trust"]]
is_gone = (orders_between(1, 365) == 0)[who.index]
is_satisfied = who["satisfaction"] >= 4
conditionals = {
    "satisfied of left": is_satisfied[is_gone].mean(),
    "left of satisfied": is_gone[is_satisfied].mean(),
}
trust_gap = who.loc[is_satisfied & ~is_gone, "trust"].mean() - who.loc[is_satisfied & is_gone, "trust"].mean()
