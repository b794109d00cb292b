# about = "a test cell that would fail is gone"
# lost = {"4" = 2}
# told = ["repaired: task 4: the cell 00-4-test was missing and is back"]
# %% 00-4-answer
alone = -1
# %% build
cells.remove(cell("00-4-test"))
