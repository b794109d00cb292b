# about = "reads the course's configuration, with its salts, and what lies in the course's folder"
# carries = ["hidden"]
# without_sandbox = "holds"
# %% last
import os

for name in ("nbgrader_config.py", "exercises/00_start_here/00_start_here.ipynb"):
    try:
        print(open(f"@COURSE@/{name}").read())
    except OSError:
        pass
try:
    print(os.listdir("@COURSE@"))
except OSError:
    pass
