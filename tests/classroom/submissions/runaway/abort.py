# about = "os.abort"
# lost = {"3" = 3, "4" = 2}
# told = ["died: The process of the notebook ended (exit status -6)."]
# %% 00-3-answer
import os

os.abort()
