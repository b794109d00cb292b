# about = "the folder is a link to another student's"
# refused = "The folder is a link, and links are not followed."
# carries = ["neighbour"]
# without_sandbox = "holds"
# %% build
folder.rmdir()
folder.symlink_to(course / "submitted" / "neighbour" / folder.name)
