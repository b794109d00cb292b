# about = "gives k in place of the number of those alone"
# kind = "mistake"
# lost = {"4" = 2}
# says = {"4" = "This is k, the size of the smallest crowd"}
# %% 00-4-answer
known = [case.customers["birth_year"] // 10, case.customers["joined"].dt.year]
alone = case.customers.groupby(known).size().min()
