# about = "a cell of one's own under the id of a hidden test, which has another one"
# shows = "ran as my own"
# told = []
# %% build
cell("07-2-test-own")["id"] = "another"
cells.insert(1, code("print('ran', 'as', 'my', 'own')", "07-2-test-own"))
