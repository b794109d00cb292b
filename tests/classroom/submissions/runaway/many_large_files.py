# about = "files that are each small enough, and together too large"
# lost = {"4" = 2}
# told = ["disk: The notebook wrote more than 96 MB or 2000 files."]
# plain_nbgrader = false
# %% before 00-4-answer
for number in range(6):
    with open(f"file-{number}", "wb") as opened:
        opened.write(bytes(20 << 20))
