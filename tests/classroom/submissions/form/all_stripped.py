# about = "saved by a program of before 2021: nbformat 4.4, neither ids nor nbgrader's metadata"
# told = ["the cell 00-1-answer had lost nbgrader's marks", "00-1-test-kernel was missing and is back", "00-1-test-skills was missing and is back", "00-2-answer had lost", "00-2-test was missing and is back", "00-3-answer had lost", "00-3-test-buyers was missing and is back", "00-3-test-consent was missing and is back", "00-4-answer had lost", "00-4-test was missing and is back"]
# %% build
notebook["nbformat_minor"] = 4
for each in cells:
    del each["id"]
    each["metadata"] = {}
