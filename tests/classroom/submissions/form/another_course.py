# about = "a notebook of another course"
# refused = "Nothing in this notebook belongs to 00_start_here."
# %% build
cells[:] = [code("import this"), code("answer = 42")]
