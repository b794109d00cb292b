# about = "a folder under the name of the notebook"
# refused = "There is no notebook 00_start_here.ipynb in the submission."
# told = ["lies in a folder that is called like a notebook"]
# %% build
path.mkdir()
path.joinpath("readme.txt").touch()
