# about = "a right answer in a cell that was made markdown by mistake"
# told = ["repaired: task 3: the cell 00-3-answer had been made markdown"]
# %% build
cell("00-3-answer")["cell_type"] = "markdown"
del cell("00-3-answer")["outputs"], cell("00-3-answer")["execution_count"]
