# about = "kills itself; what was computed until then counts"
# lost = {"3" = 3, "4" = 2}
# told = ["died: The process of the notebook ended (killed"]
# without_sandbox = "goes on"
# everywhere = true
# %% 00-3-answer
import os
import signal

os.kill(os.getpid(), signal.SIGKILL)
