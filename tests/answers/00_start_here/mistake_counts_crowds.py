# about = "counts the crowds in place of the customers who are alone"
# kind = "mistake"
# lost = {"4" = 2}
# says = {"4" = "This is the number of different crowds"}
# %% 00-4-answer
alone = case.customers.groupby([case.customers["birth_year"] // 10, case.customers["joined"].dt.year]).ngroups
