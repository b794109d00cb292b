# about = "os._exit, past every handler"
# lost = {"3" = 3, "4" = 2}
# told = ["died: The process of the notebook ended (exit status 0)."]
# %% 00-3-answer
import os

os._exit(0)
