# about = "reads the surroundings, the open files and the memory of other processes"
# carries = ["environment"]
# without_sandbox = "not run"
# plain_nbgrader = false
# %% last
import glob
import re

for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/task/*/environ") + glob.glob("/proc/*/fd/*"):
    if path.startswith("/proc/") and "/fd/" in path and "@GRADER@" not in path:
        continue
    try:
        import os
        import stat

        if not stat.S_ISREG(os.stat(path).st_mode):
            continue
        print(set(re.findall(rb"CANARY-[a-z]+-[0-9a-f]+", open(path, "rb").read(10 << 20))))
    except OSError:
        pass
