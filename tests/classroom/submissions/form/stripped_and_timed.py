# about = "neither ids nor metadata, and an answer begins with a magic, so that it is no plain Python"
# told = ["the cell 00-1-answer had lost nbgrader's marks", "00-1-test-kernel was missing and is back", "00-1-test-skills was missing and is back", "00-2-answer had lost", "00-2-test was missing and is back", "00-3-answer had lost", "00-3-test-buyers was missing and is back", "00-3-test-consent was missing and is back", "00-4-answer had lost", "00-4-test was missing and is back"]
# %% build
cell("00-3-answer")["source"] = "%%time\n" + cell("00-3-answer")["source"]
notebook["nbformat_minor"] = 4
for each in cells:
    each.pop("id")
    each["metadata"] = {}
