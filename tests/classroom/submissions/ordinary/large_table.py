# about = "a table of a million rows is shown in short"
# shows = "1000000 rows"
# %% last
import numpy as np
import pandas as pd

pd.DataFrame({"a": np.arange(1_000_000), "b": 1.5})
