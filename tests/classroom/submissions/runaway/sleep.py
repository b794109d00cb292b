# about = "sleeps for thirty years"
# lost = {"3" = 3}
# told = ["timeout: No reply within 5 seconds; the cell was interrupted."]
# %% 00-3-answer
import time

time.sleep(1e9)
