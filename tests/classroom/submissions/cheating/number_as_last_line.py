# about = "a number at the end of a cell, which nbgrader takes for a mark, in a test that was changed"
# lost = {"4" = 2}
# told = ["repaired: task 4: the locked cell 00-4-test had been changed"]
# %% 00-4-answer
alone = -1
# %% 00-4-test
2.0
