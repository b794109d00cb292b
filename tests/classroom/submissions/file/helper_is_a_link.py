# about = "files beside the notebook are links to the solution, the gradebook and a folder"
# told = ["left out: gradebook is no plain file", "left out: home is no plain file", "left out: solution.txt is no plain file"]
# carries = ["solution", "gradebook"]
# without_sandbox = "holds"
# %% build
folder.joinpath("solution.txt").symlink_to(course / "solutions" / folder.name / path.name)
folder.joinpath("gradebook").symlink_to(course / "gradebook.db")
folder.joinpath("home").symlink_to("@HOME@")
# %% last
print(open("solution.txt").read())
