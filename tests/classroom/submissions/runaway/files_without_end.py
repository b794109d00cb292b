# about = "a hundred thousand files: the folder is looked at after every cell"
# lost = {"4" = 2}
# told = ["disk: The notebook wrote more than 96 MB or 2000 files."]
# plain_nbgrader = false
# %% before 00-4-answer
for number in range(100_000):
    open(f"file-{number}", "w").close()
