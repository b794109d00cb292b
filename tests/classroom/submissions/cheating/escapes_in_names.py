# about = "terminal escapes in the language of the kernel and in a mark"
# told = ["the notebook asked for \ufffd[2JR; it runs in Python", "a cell claims to be \ufffd[8m04-2-test, which"]
# %% build
notebook["metadata"]["kernelspec"] = {"name": "ir", "language": "\x1b[2JR"}
cells.append(code("1 + 1") | {"metadata": {"nbgrader": {"grade_id": "\x1b[8m04-2-test"}}})
