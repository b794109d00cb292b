# about = "a notebook of a hundred megabytes"
# refused = "There is no notebook 00_start_here.ipynb in the submission."
# told = ["left out: 00_start_here.ipynb is too large, or one of too many"]
# %% build
with path.open("wb") as opened:
    opened.truncate(100_000_000)
