# about = "an error after the first of two answers"
# lost = {"3" = 2}
# shows = "KeyError"
# %% 00-3-answer
bought = case.customers["customer_id"].isin(case.orders["customer_id"])
buyers = bought.sum()
may_write = case.customers["agreed"]
