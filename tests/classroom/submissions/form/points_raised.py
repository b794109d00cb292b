# about = "the metadata of a test says that it is worth a thousand points"
# %% build
cell("00-4-test")["metadata"]["nbgrader"]["points"] = 1000
