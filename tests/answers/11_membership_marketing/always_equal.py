# about = "objects that agree with every comparison and every subtraction"
# kind = "hostile"
# lost = {"1" = 8, "6" = 5, "8" = 3, "10" = 6}
# %% 11-1-answer
class Yes:
    def always(self, *others, **more):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __abs__ = __getitem__ = __call__ = strip = lower = always

    def __eq__(self, other):
        return True

    __le__ = __lt__ = __ge__ = __gt__ = __contains__ = __eq__
    __hash__ = None


expiry = Yes()
# %% 11-2-answer
ledger = case.ledger
expired = rm.membership.model.expiry_due(ledger, 2)[[2023, 2024]].set_axis(
    ["at_end_2023", "at_end_2024"], axis=1
)
# %% 11-6-answer
told = case.cards
interval = rm.membership.model.two_cards(
    told["done_plain"], told["plain"], told["done_head_start"], told["head_start"]
)
cards = Yes()
# %% 11-8-answer
truth = Yes()
given_away = rm.membership.model.anyway(case.worlds, 0.02)
# %% 11-10-answer
bonds = trades = testable = Yes()
