# about = "signals to the parent, to everybody, to its group and to the grader"
# plain_nbgrader = false
# everywhere = true
# %% last
import os
import signal

for kill, target in (
    (os.kill, os.getppid()),
    (os.kill, -1),
    (os.killpg, 0),
    (os.kill, int("@GRADER@")),
    (os.kill, 1),
):
    for number in (signal.SIGTERM, signal.SIGKILL):
        if (kill, target) == (os.killpg, 0) and number == signal.SIGKILL:
            continue
        try:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            kill(target, number)
        except OSError:
            pass
