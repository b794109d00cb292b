# about = "a range of eighteen digits, which takes no room until somebody writes it out"
# lost = {"3" = 3, "4" = 2}
# %% 00-3-answer
import pandas as pd

buyers = range(10**18)
may_write = pd.RangeIndex(10**15)
# %% 00-4-answer
alone = pd.Series(dtype=float, index=pd.RangeIndex(0))
