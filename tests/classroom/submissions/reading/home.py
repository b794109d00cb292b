# about = "reads a private key in the grader's home"
# carries = ["home"]
# %% last
import os

for path in (os.path.expanduser("~/.ssh/id_ed25519"), "@HOME@/.ssh/id_ed25519"):
    try:
        print(open(path).read())
    except OSError:
        pass
