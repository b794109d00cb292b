# about = "objects that agree with every comparison and every subtraction"
# kind = "hostile"
# lost = {"2" = 6, "7" = 6, "8" = 4, "10" = 4}
# %% 05-2-answer
class Yes:
    def always(self, *others, **more):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __abs__ = __getitem__ = strip = lower = always

    def __eq__(self, other):
        return True

    __le__ = __lt__ = __ge__ = __gt__ = __contains__ = __eq__
    __hash__ = None


move = real = Yes()
# %% 05-7-answer
shares = Yes()
# %% 05-8-answer
agreement = Yes()
# %% 05-10-answer
methods = ways = Yes()
