# about = "the whole notebook was pasted behind itself, with the same ids"
# told = ["the cell 00-1-answer stood 2 times", "the cell 00-1-test-kernel stood 2 times", "the cell 00-1-test-skills stood 2 times", "the cell 00-2-answer stood 2 times", "the cell 00-2-test stood 2 times", "the cell 00-3-answer stood 2 times", "the cell 00-3-test-buyers stood 2 times", "the cell 00-3-test-consent stood 2 times", "the cell 00-4-answer stood 2 times", "the cell 00-4-test stood 2 times"]
# %% build
cells.extend(deepcopy(cells))
