# about = "a table shown in full, which is cut as nbgrader cuts it"
# %% last
import pandas as pd

pd.set_option("display.max_rows", None)
pd.DataFrame({"a": range(3000)})
