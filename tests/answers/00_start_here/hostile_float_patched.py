# about = "replaces float by something that agrees with every test"
# kind = "hostile"
# lost = {"2" = 2, "4" = 2}
# %% 00-2-answer
class Agree(int):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0

    __hash__ = int.__hash__


def float(number):
    return Agree(number)


highest_mean = -1
# %% 00-4-answer
alone = -1
