# about = "gives shares where numbers are asked for"
# kind = "mistake"
# lost = {"3" = 2, "4" = 2}
# says = {"3 consent" = "This is the share of the buyers", "4" = "This is the share of the customers"}
# %% 00-3-answer
bought = case.customers["customer_id"].isin(case.orders["customer_id"])
buyers = bought.sum()
may_write = case.customers.loc[bought, "consent"].mean()
# %% 00-4-answer
known = [case.customers["birth_year"] // 10, case.customers["joined"].dt.year]
crowd = case.customers.groupby(known)["customer_id"].transform("size")
alone = (crowd == 1).mean()
