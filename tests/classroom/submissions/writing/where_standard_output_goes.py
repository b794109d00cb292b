# about = "writes to all open files and to the grader's terminal"
# writes = []
# plain_nbgrader = false
# %% last
import os

for path in (
    "/dev/tty",
    "/dev/pts/0",
    "/dev/console",
    "/proc/1/fd/1",
    "/proc/@GRADER@/fd/1",
    "/proc/@GRADER@/fd/2",
    "/proc/sys/kernel/hostname",
    "/proc/self/oom_score_adj",
):
    try:
        with open(path, "w") as opened:
            opened.write("@WRITTEN@")
    except OSError:
        pass
