# about = "a table that kills the process when it is handed out: the judge keeps what it had"
# lost = {"3" = 3, "4" = 2}
# told = ["died: The process of the notebook ended (killed"]
# %% 00-3-answer
import os
import pandas as pd


class Mine(pd.DataFrame):
    @property
    def index(self):
        os.kill(os.getpid(), 9)


buyers = Mine({"a": [1]})
may_write = 1
