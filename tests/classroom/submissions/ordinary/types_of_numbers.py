# about = "right answers in other types: numpy, pandas, decimals, fractions"
# %% 00-2-answer
import decimal

orders = rm.load("orders")
days = orders.loc[orders["branch_id"] == case.branch, "ordered_on"]
by_month = days.dt.to_period("M").value_counts().sort_index()
highest_mean = decimal.Decimal(str(by_month.rolling(case.months).mean().max()))
# %% 00-3-answer
import fractions

import numpy as np
import pandas as pd

bought = case.customers["customer_id"].isin(case.orders["customer_id"])
buyers = np.array([bought.sum()])
may_write = pd.Series([(bought & case.customers["consent"]).sum()]).astype("Int64").iloc[0]
