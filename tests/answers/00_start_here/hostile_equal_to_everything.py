# about = "an object that says it equals every number and is as near as can be to each of them"
# kind = "hostile"
# lost = {"1" = 3, "2" = 2, "3" = 3, "4" = 2}
# says = {"1" = "The answer is one number", "2" = "The answer is one number", "4" = "The answer is one number"}
# %% 00-1-answer
class Magic:
    __hash__ = None

    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0

    __rsub__ = __sub__

    def __abs__(self):
        return 0

    def __le__(self, other):
        return True

    def __float__(self):
        return -1.0

    def __str__(self):
        return "everything"

    def __getitem__(self, key):
        return self


after_run_all = Magic()
skills = Magic()
# %% 00-2-answer
highest_mean = Magic()
# %% 00-3-answer
buyers = Magic()
may_write = Magic()
# %% 00-4-answer
alone = Magic()
