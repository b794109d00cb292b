# about = "makes links out of its folder and reads through them"
# carries = ["solution", "home"]
# %% last
import os

for number, target in enumerate(
    ("@COURSE@/solutions/00_start_here/00_start_here.ipynb", "@HOME@/.ssh/id_ed25519")
):
    for link in (os.symlink, os.link):
        name = f"way-{number}-{link.__name__}"
        try:
            link(target, name)
            print(open(name).read())
        except OSError:
            pass
