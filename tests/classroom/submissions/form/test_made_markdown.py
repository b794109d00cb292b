# about = "a test cell was made markdown"
# lost = {"2" = 2}
# told = ["repaired: task 2: the cell 00-2-test had been made markdown"]
# %% 00-2-answer
highest_mean = -1
# %% build
cell("00-2-test")["cell_type"] = "markdown"
del cell("00-2-test")["outputs"], cell("00-2-test")["execution_count"]
