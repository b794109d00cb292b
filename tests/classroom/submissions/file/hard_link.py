# about = "a file beside the notebook has a second name elsewhere; grading writes to neither"
# told = []
# %% build
folder.joinpath("first.txt").write_text("mine")
os.link(folder / "first.txt", folder / "second.txt")
