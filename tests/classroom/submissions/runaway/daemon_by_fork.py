# about = "a process of its own session, left behind"
# without_sandbox = "goes on"
# everywhere = true
# %% last
import os
import time

try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(300)
        os._exit(0)
except OSError:
    pass
