# about = "the tests stand above the answers, so at first nothing is answered"
# lost = "all"
# %% build
tests = [each for each in cells if "-test" in each["id"]]
cells[:] = [cells[1], *tests, *(each for each in cells if each not in tests and each is not cells[1])]
