# about = "cell ids that are too long, doubled, numbers or paths"
# told = ["the cell 00-4-answer had lost nbgrader's marks"]
# %% build
cell("00-4-answer")["metadata"] = {}
cell("00-1-prompt")["id"] = 7
cell("00-2-prompt")["id"] = "x" * 5000
cell("00-3-prompt")["id"] = "../../solutions"
cell("00-4-prompt")["id"] = "00-3-answer"
