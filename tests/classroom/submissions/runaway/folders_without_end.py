# about = "folders in folders in folders"
# lost = {"4" = 2}
# told = ["disk: The notebook wrote more than 96 MB or 2000 files."]
# plain_nbgrader = false
# %% before 00-4-answer
import os

for number in range(5000):
    os.mkdir(f"folder-{number}")
deep = os.getcwd()
for _ in range(1500):
    os.mkdir("d")
    os.chdir("d")
os.chdir(deep)
