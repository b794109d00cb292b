# about = "a breakpoint was left in"
# lost = {"3" = 3}
# %% 00-3-answer
breakpoint()
buyers = -1
may_write = -1
