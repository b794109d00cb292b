# about = "an answer cell is gone"
# lost = {"3" = 3}
# told = ["repaired: task 3: the cell 00-3-answer was missing and counts as not answered"]
# %% build
cells.remove(cell("00-3-answer"))
