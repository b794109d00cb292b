# about = "every cell lost nbgrader's metadata and kept its id"
# told = ["the cell 00-1-answer had lost nbgrader's marks", "00-1-test-kernel had lost", "00-1-test-skills had lost", "00-2-answer had lost", "00-2-test had lost", "00-3-answer had lost", "00-3-test-buyers had lost", "00-3-test-consent had lost", "00-4-answer had lost", "00-4-test had lost"]
# everywhere = true
# %% build
for each in cells:
    each["metadata"] = {}
