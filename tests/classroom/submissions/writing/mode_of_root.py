# about = "makes a program that runs as its owner, for later"
# writes = ["@OUTSIDE@/@WRITTEN@"]
# without_sandbox = "not run"
# %% last
import os
import shutil

try:
    shutil.copy("/bin/true", "mine")
    os.chmod("mine", 0o4777)
    os.mknod("device", 0o60666, 0)
except OSError:
    pass
