# about = "two tasks answered, two not begun"
# lost = {"3" = 3, "4" = 2}
# %% 00-3-answer
buyers = None
may_write = None
# %% 00-4-answer
alone = None
