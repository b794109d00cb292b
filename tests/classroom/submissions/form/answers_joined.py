# about = "two answers were joined into one cell, and the other cell is gone"
# told = ["repaired: task 2: the cell 00-2-answer was missing; the answer stands in another cell"]
# %% build
cell("00-1-answer")["source"] += "\n" + cell("00-2-answer")["source"]
cells.remove(cell("00-2-answer"))
