# about = "the notebook itself is a pipe"
# refused = "There is no notebook 00_start_here.ipynb in the submission."
# told = ["left out: 00_start_here.ipynb is no plain file"]
# %% build
os.mkfifo(path)
