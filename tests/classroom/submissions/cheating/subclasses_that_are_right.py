# about = "right answers in types of a student's own are right"
# %% last
pass


# %% 00-3-answer
class Count(int):
    pass


bought = case.customers["customer_id"].isin(case.orders["customer_id"])
buyers = Count(bought.sum())
may_write = Count((bought & case.customers["consent"]).sum())
