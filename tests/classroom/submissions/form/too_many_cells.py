# about = "a hundred thousand cells"
# refused = "The notebook has 100028 cells; more than 2000 are not read."
# %% build
cells.extend(code("1") for _ in range(100_028 - len(cells)))
