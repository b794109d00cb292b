# about = "removes, moves and empties what is outside its folder"
# writes = []
# without_sandbox = "not run"
# plain_nbgrader = false
# %% last
import os
import shutil

for path in ("@COURSE@/solutions", "@COURSE@/submitted/neighbour", "@HOME@/.ssh", "@COURSE@/.relmark"):
    shutil.rmtree(path, ignore_errors=True)
    try:
        os.rename(path, path + ".moved")
    except OSError:
        pass
for path in ("@COURSE@/gradebook.db", "@HOME@/.ssh/id_ed25519", "@COURSE@/nbgrader_config.py"):
    for change in (os.unlink, lambda each: os.truncate(each, 0), lambda each: open(each, "w").close()):
        try:
            change(path)
        except OSError:
            pass
