# about = "a function that does not end: the other answers count"
# lost = {"2" = 10}
# told = ["timeout: No reply within 6 seconds"]
# %% 07-2-answer
import time


def clv(*anything):
    time.sleep(100)
