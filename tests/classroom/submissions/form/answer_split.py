# about = "an answer was split in two, neither with nbgrader's marks nor an id of the release"
# told = ["repaired: task 3: the cell 00-3-answer had lost nbgrader's marks"]
# %% build
first, second, third = cell("00-3-answer")["source"].split("\n")
place = cells.index(cell("00-3-answer"))
cells[place : place + 1] = [code("%%time\n" + first + "\n" + second, "one"), code(third, "two")]
