# about = "a cell of one's own under the id of a hidden test, to have the test run and its traceback shown in it"
# %% build
cells.insert(0, code("print('mine')", "00-4-test"))
