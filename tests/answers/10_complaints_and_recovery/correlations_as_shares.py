# about = "divides correlations by their sum"
# kind = "mistake"
# lost = {"5" = 6}
# says = {"5" = "These come from correlations"}
# %% 10-5-answer
together = case.rated.corr()["satisfaction"].drop("satisfaction")
justice = together / together.sum()
