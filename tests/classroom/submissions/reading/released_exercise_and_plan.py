# about = "reads the course's configuration, with its salts, and the released exercise"
# carries = ["hidden"]
# without_sandbox = "holds"
# %% last
for name in ("nbgrader_config.py", "exercises/00_start_here/00_start_here.ipynb"):
    try:
        print(open(f"@COURSE@/{name}").read())
    except OSError:
        pass
import os

os.chdir("/")
try:
    os.chdir("@COURSE@")
    from traitlets.config import Config

    known = {"get_config": Config}
    exec(open("nbgrader_config.py").read(), known)
    print(known["c"])
except Exception:
    pass
