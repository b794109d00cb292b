# about = "the notebook is a link to the solution"
# refused = "There is no notebook 00_start_here.ipynb in the submission."
# told = ["left out: 00_start_here.ipynb is no plain file"]
# carries = ["solution"]
# without_sandbox = "holds"
# %% build
path.symlink_to(course / "solutions" / folder.name / path.name)
