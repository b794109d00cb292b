# about = "a test cell was copied and earns nothing more"
# told = ["repaired: task 4: the cell 00-4-test stood 2 times; the last one counts"]
# everywhere = true
# %% build
copy = deepcopy(cell("00-4-test"))
copy["id"] = "copied"
cells.append(copy)
