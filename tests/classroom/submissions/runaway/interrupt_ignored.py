# about = "the signal of the interrupt is ignored"
# lost = {"3" = 3, "4" = 2}
# told = ["timeout: A cell did not stop after 5 seconds and was ended."]
# without_sandbox = "goes on"
# %% 00-3-answer
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
while True:
    pass
