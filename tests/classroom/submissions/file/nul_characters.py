# about = "NUL characters in texts and code"
# lost = {"2" = 2}
# %% build
cell("00-1-prompt")["source"] += "\0"
cell("00-2-answer")["source"] += "\0"
