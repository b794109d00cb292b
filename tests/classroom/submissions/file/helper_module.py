# about = "a module and data beside the notebook, which it uses"
# %% build
folder.joinpath("mine.py").write_text("def count(table):\n    return len(set(table['customer_id']))\n")
folder.joinpath("data").mkdir()
folder.joinpath("data", "numbers.csv").write_text("a,b\n1,2\n")
# %% 00-3-answer
import mine
import pandas as pd

assert pd.read_csv("data/numbers.csv")["b"].sum() == 2
buyers = mine.count(case.orders)
may_write = (case.customers["customer_id"].isin(case.orders["customer_id"]) & case.customers["consent"]).sum()
