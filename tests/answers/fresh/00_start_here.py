# Mistakes in assignment 00, written fresh from the prompts alone.
# %% 00-1-answer · takes the sale for the stock: gives the fridges sold, not those left
after_run_all = case.stock["sold"]
# %% 00-1-answer · sells the second cell's fridges times minus one
after_run_all = case.stock["fridges"] - case.stock["sold"] * (case.stock["times"] - 1)
# %% 00-1-answer · a cell that sells turned round: adds the fridges
after_run_all = case.stock["fridges"] + case.stock["sold"]
# %% 00-1-answer · the first cell alone counted twice, the sale once
after_run_all = 2 * case.stock["fridges"] - case.stock["sold"]
# %% 00-1-answer · the words one place further down
skills = dict(zip(skills, [*list(skills.values())[1:], list(skills.values())[0]]))
# %% 00-1-answer · the first and the last situation swapped
skills = {**skills, "s1": skills["s3"], "s3": skills["s1"]}
# %% 00-1-answer · every situation read as the next best aim
near = {
    "importance": "key accounts",
    "key accounts": "importance",
    "cultivation": "importance",
    "complaints": "surveys",
    "surveys": "complaints",
}
skills = {key: near[word] for key, word in dict(skills).items()}
# %% 00-1-answer · everything is about making customers loyal
skills = {key: "cultivation" for key in case.situations}
# %% 00-1-answer · only two of three situations answered
skills = {key: skills[key] for key in ("s1", "s2")}
# %% 00-2-answer · the lowest mean of the line
months = rm.load("orders").query("branch_id == @case.branch").set_index("ordered_on").resample("MS").size()
highest_mean = months.rolling(case.months).mean().min()
# %% 00-2-answer · the orders of the shops only, not those of every channel
rows = rm.load("orders").query("branch_id == @case.branch and channel == 'store'")
highest_mean = rows.set_index("ordered_on").resample("MS").size().rolling(case.months).mean().max()
# %% 00-2-answer · the mean over all months
months = rm.load("orders").query("branch_id == @case.branch").set_index("ordered_on").resample("MS").size()
highest_mean = months.mean()
# %% 00-2-answer · only the orders of the case's 151 customers
months = case.orders.set_index("ordered_on").resample("MS").size()
highest_mean = months.rolling(case.months).mean().max()
# %% 00-2-answer · the neighbouring branch in the list
months = (
    rm.load("orders")
    .query("branch_id == @case.branch % 12 + 1")
    .set_index("ordered_on")
    .resample("MS")
    .size()
)
highest_mean = months.rolling(case.months).mean().max()
# %% 00-2-answer · orders a day in place of orders a month
highest_mean = highest_mean / 30
# %% 00-3-answer · rows of orders counted as buyers
buyers = len(case.orders)
# %% 00-3-answer · all customers of the table counted as buyers
buyers = case.customers["customer_id"].nunique()
# %% 00-3-answer · only those who ordered more than once
buyers = int((case.orders["customer_id"].value_counts() > 1).sum())
# %% 00-3-answer · those who did not order
buyers = len(case.customers) - buyers
# %% 00-3-answer · a customer counted once for every channel
buyers = len(case.orders.drop_duplicates(["customer_id", "channel"]))
# %% 00-3-answer · consent of all customers, buyers or not
may_write = int(case.customers["consent"].sum())
# %% 00-3-answer · consents counted on the rows after the link
may_write = int(case.orders.merge(case.customers, on="customer_id")["consent"].sum())
# %% 00-3-answer · the buyers who did not agree
may_write = buyers - may_write
# %% 00-3-answer · a share in place of a number of people
may_write = may_write / buyers
# %% 00-4-answer · exact birth year in place of the decade
keys = [case.customers["birth_year"], case.customers["joined"].dt.year]
alone = int((case.customers.groupby(keys)["customer_id"].transform("size") == 1).sum())
# %% 00-4-answer · the number of different crowds
keys = [case.customers["birth_year"] // 10, case.customers["joined"].dt.year]
alone = case.customers.groupby(keys).ngroups
# %% 00-4-answer · those who are not alone
alone = len(case.customers) - alone
# %% 00-4-answer · month of joining in place of the year
keys = [case.customers["birth_year"] // 10, case.customers["joined"].dt.to_period("M")]
alone = int((case.customers.groupby(keys)["customer_id"].transform("size") == 1).sum())
# %% 00-4-answer · a share in per cent in place of a number
alone = 100 * alone / len(case.customers)
# %% 00-4-answer · customers who hide among five or more
keys = [case.customers["birth_year"] // 10, case.customers["joined"].dt.year]
alone = int((case.customers.groupby(keys)["customer_id"].transform("size") >= 5).sum())
# %% 00-4-answer · crowds of one and of two
keys = [case.customers["birth_year"] // 10, case.customers["joined"].dt.year]
alone = int((case.customers.groupby(keys)["customer_id"].transform("size") <= 2).sum())
# %% 00-4-answer · the year of joining alone, the decade forgotten
alone = int(
    (case.customers.groupby(case.customers["joined"].dt.year)["customer_id"].transform("size") == 1).sum()
)
