# about = "a function that ends the process: what was right before it counts"
# lost = {"2" = 10, "9" = 6}
# told = ["died: The process of the notebook ended"]
# %% 07-2-answer
import os


def clv(*anything):
    os._exit(3)
