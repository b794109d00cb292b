# Mistakes in assignment 00 beyond the bank's, written from the prompts alone.
# %% 00-1-answer · forgets that the second cell runs as well
after_run_all = case.stock["fridges"]
# %% 00-1-answer · counts the runs before the restart and the run after it
after_run_all = case.stock["fridges"] - case.stock["sold"] * (case.stock["times"] + 1)
# %% 00-1-answer · adds what is sold
after_run_all = case.stock["fridges"] + case.stock["sold"]
# %% 00-1-answer · says what has been sold
after_run_all = case.stock["sold"]
# %% 00-1-answer · a sentence in place of the number
after_run_all = f"{after_run_all} fridges"
# %% 00-1-answer · the words from the wrong end
skills = dict(zip(["s1", "s2", "s3"], [skills["s3"], skills["s2"], skills["s1"]]))
# %% 00-1-answer · the words of the first two situations exchanged
skills = {**skills, "s1": skills["s2"], "s2": skills["s1"]}
# %% 00-1-answer · every word one place further down
skills = dict(zip(["s1", "s2", "s3"], [skills["s3"], skills["s1"], skills["s2"]]))
# %% 00-1-answer · from the word to the situation
skills = {word: key for key, word in skills.items()}
# %% 00-2-answer · the latest mean instead of the highest
_all = rm.load("orders")
_mine = _all[_all["branch_id"] == case.branch]
highest_mean = (
    _mine.groupby(_mine["ordered_on"].dt.to_period("M")).size().rolling(case.months).mean().iloc[-1]
)
# %% 00-2-answer · the lowest mean
_all = rm.load("orders")
_mine = _all[_all["branch_id"] == case.branch]
highest_mean = _mine.groupby(_mine["ordered_on"].dt.to_period("M")).size().rolling(case.months).mean().min()
# %% 00-2-answer · one month too many in the mean
_all = rm.load("orders")
_mine = _all[_all["branch_id"] == case.branch]
highest_mean = (
    _mine.groupby(_mine["ordered_on"].dt.to_period("M")).size().rolling(case.months + 1).mean().max()
)
# %% 00-2-answer · the orders of the case's 151 customers alone
_mine = case.orders
highest_mean = _mine.groupby(_mine["ordered_on"].dt.to_period("M")).size().rolling(case.months).mean().max()
# %% 00-2-answer · the mean of the best months, wherever they stand
_all = rm.load("orders")
_mine = _all[_all["branch_id"] == case.branch]
highest_mean = _mine.groupby(_mine["ordered_on"].dt.to_period("M")).size().nlargest(case.months).mean()
# %% 00-2-answer · the mean of all months
_all = rm.load("orders")
_mine = _all[_all["branch_id"] == case.branch]
highest_mean = _mine.groupby(_mine["ordered_on"].dt.to_period("M")).size().mean()
# %% 00-2-answer · the branch beside it in the list
_all = rm.load("orders")
_mine = _all[_all["branch_id"] == case.branch % 12 + 1]
highest_mean = _mine.groupby(_mine["ordered_on"].dt.to_period("M")).size().rolling(case.months).mean().max()
# %% 00-3-answer · who ordered once only
buyers = int((case.orders["customer_id"].value_counts() == 1).sum())
# %% 00-3-answer · the customers without an order
buyers = int((~case.customers["customer_id"].isin(case.orders["customer_id"])).sum())
# %% 00-3-answer · the shop's customers alone
buyers = int(case.orders.loc[case.orders["channel"] == "store", "customer_id"].nunique())
# %% 00-3-answer · orders a customer in place of customers
buyers = len(case.orders) / case.orders["customer_id"].nunique()
# %% 00-3-answer · everybody who agreed, buyer or not
may_write = int(case.customers["consent"].sum())
# %% 00-3-answer · orders of those who agreed, not people
may_write = int(case.orders.merge(case.customers, on="customer_id")["consent"].sum())
# %% 00-3-answer · the buyers who have not agreed
may_write = buyers - may_write
# %% 00-3-answer · who agreed and did not buy
_c = case.customers
may_write = int((_c["consent"] & ~_c["customer_id"].isin(case.orders["customer_id"])).sum())
# %% 00-3-answer · a share of the buyers
may_write = may_write / buyers
# %% 00-3-answer · a list of them in place of their number
_c = case.customers
may_write = list(_c.loc[_c["consent"] & _c["customer_id"].isin(case.orders["customer_id"]), "customer_id"])
# %% 00-4-answer · the decade alone
_c = case.customers
alone = int((_c.groupby(_c["birth_year"] // 10)["customer_id"].transform("size") == 1).sum())
# %% 00-4-answer · the year of joining alone
_c = case.customers
alone = int((_c.groupby(_c["joined"].dt.year)["customer_id"].transform("size") == 1).sum())
# %% 00-4-answer · the last figure of the year for the decade
_c = case.customers
alone = int(
    (_c.groupby([_c["birth_year"] % 10, _c["joined"].dt.year])["customer_id"].transform("size") == 1).sum()
)
# %% 00-4-answer · the month of the year for the year
_c = case.customers
alone = int(
    (_c.groupby([_c["birth_year"] // 10, _c["joined"].dt.month])["customer_id"].transform("size") == 1).sum()
)
# %% 00-4-answer · those in company instead of those alone
alone = len(case.customers) - alone
# %% 00-4-answer · crowds of one or two
_c = case.customers
alone = int(
    (_c.groupby([_c["birth_year"] // 10, _c["joined"].dt.year])["customer_id"].transform("size") <= 2).sum()
)
# %% 00-4-answer · the number of different pairs, each first of its kind
_c = case.customers
alone = len(_c.assign(d=_c["birth_year"] // 10, y=_c["joined"].dt.year).drop_duplicates(["d", "y"]))
