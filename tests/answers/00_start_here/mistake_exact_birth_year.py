# about = "forgets to make the birth year a decade"
# kind = "mistake"
# lost = {"4" = 2}
# says = {"4" = "This uses the exact birth year"}
# %% 00-4-answer
known = [case.customers["birth_year"], case.customers["joined"].dt.year]
crowd = case.customers.groupby(known)["customer_id"].transform("size")
alone = (crowd == 1).sum()
