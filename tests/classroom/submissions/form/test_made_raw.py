# about = "a test cell was made raw"
# told = ["repaired: task 2: the cell 00-2-test had been made raw"]
# %% build
cell("00-2-test")["cell_type"] = "raw"
del cell("00-2-test")["outputs"], cell("00-2-test")["execution_count"]
