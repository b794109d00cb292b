# about = "a function that gives another number each time it is called, in place of a number"
# lost = {"3" = 3}
# %% 00-3-answer
counted = iter(range(1000))


def buyers(*anything):
    return next(counted)


may_write = lambda: 1
