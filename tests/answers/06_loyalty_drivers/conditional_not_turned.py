# about = "takes the share of satisfied among the leavers for the share of leavers among the satisfied"
# kind = "mistake"
# lost = {"9" = 10}
# says = {"9" = "This is the share of satisfied among those who left", "9 data" = "The two shares are under each other's name", "9 trust" = "You took those who stayed from those who left"}
# %% 06-9-answer
left_of_satisfied = case.reported["satisfied_of_left"]
followed = answered + pd.Timedelta(days=365) <= last
who = drivers.loc[followed & drivers["satisfaction"].notna(), ["satisfaction", "trust"]]
is_gone = (orders_between(1, 365) == 0)[who.index]
is_satisfied = who["satisfaction"] >= 4
conditionals = {
    "satisfied of left": is_gone[is_satisfied].mean(),
    "left of satisfied": is_satisfied[is_gone].mean(),
}
trust_gap = who.loc[is_satisfied & is_gone, "trust"].mean() - who.loc[is_satisfied & ~is_gone, "trust"].mean()
