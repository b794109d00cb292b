# about = "stops itself, so that it neither ends nor answers"
# lost = {"3" = 3, "4" = 2}
# told = ["timeout: A cell did not stop after 5 seconds and was ended."]
# plain_nbgrader = false
# %% 00-3-answer
import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)
