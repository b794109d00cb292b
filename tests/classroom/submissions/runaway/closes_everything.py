# about = "closes every file descriptor, the grader's too"
# lost = {"4" = 2}
# told = ["died: The process of the notebook ended"]
# %% before 00-4-answer
import os

os.closerange(0, 1000)
