# about = "a cell that is no Python"
# lost = {"3" = 3}
# shows = "SyntaxError"
# %% build
cell("00-3-answer")["source"] = "buyers == = 3"
