# about = "the answer of a task is changed again by a later task: a test counts what it found"
# %% 00-4-answer
known = [case.customers["birth_year"] // 10, case.customers["joined"].dt.year]
alone = (case.customers.groupby(known)["customer_id"].transform("size") == 1).sum()
buyers = may_write = highest_mean = None
