# about = "objects that agree with every comparison and every subtraction"
# kind = "hostile"
# lost = {"2" = 4, "3" = 6, "9" = 4, "10" = 6}
# %% 06-2-answer
class Yes:
    def always(self, *others, **more):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __abs__ = __getitem__ = strip = lower = always

    def __eq__(self, other):
        return True

    __le__ = __lt__ = __ge__ = __gt__ = __contains__ = __eq__
    __hash__ = None


complete = parts.dropna()
found = rm.loyalty.model.index_reliability(complete, case.surveys["customer_id"], draws=20).set_index("index")
alpha = Yes()
alpha_without = {name: found.loc[f"without {name}", "alpha"] for name in complete}
# %% 06-3-answer
both_sides = Yes()
# %% 06-9-answer
left_of_satisfied = Yes()
followed = answered + pd.Timedelta(days=365) <= last
who = drivers.loc[followed & drivers["satisfaction"].notna(), ["satisfaction", "trust"]]
is_gone = (orders_between(1, 365) == 0)[who.index]
is_satisfied = who["satisfaction"] >= 4
conditionals = {
    "satisfied of left": is_satisfied[is_gone].mean(),
    "left of satisfied": is_gone[is_satisfied].mean(),
}
trust_gap = who.loc[is_satisfied & ~is_gone, "trust"].mean() - who.loc[is_satisfied & is_gone, "trust"].mean()
# %% 06-10-answer
pulls = places = testable = Yes()
