# about = "two notebooks, neither of them under the name of the assignment"
# refused = "There is no notebook 00_start_here.ipynb in the submission."
# told = ["there are 2 notebooks, none of them called 00_start_here.ipynb"]
# %% build
for name in ("a.ipynb", "b.ipynb"):
    folder.joinpath(name).write_text(json.dumps(notebook))
folder.joinpath("no-notebook").touch()
