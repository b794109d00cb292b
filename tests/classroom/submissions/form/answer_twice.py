# about = "an answer cell was copied; the first one, wrong, stands above the right one"
# told = ["repaired: task 3: the cell 00-3-answer stood 2 times; the last one counts"]
# %% build
copy = deepcopy(cell("00-3-answer"))
copy["id"], copy["source"] = "copied", "buyers = -1"
cells.insert(cells.index(cell("00-3-answer")), copy)
