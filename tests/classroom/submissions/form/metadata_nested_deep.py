# about = "metadata nested 900 deep, which JSON still reads"
# told = ["the cell 00-1-answer had lost nbgrader's marks"]
# %% build
inner = {}
for _ in range(900):
    inner = {"a": inner}
cell("00-1-answer")["metadata"]["extra"] = inner
notebook["metadata"]["extra"] = inner
