# about = "gives correlations in place of R²"
# kind = "mistake"
# lost = {"3" = 6}
# says = {"3" = "These are correlations; R² is their square"}
# %% 06-3-answer
satisfaction = complete["satisfaction"]
both_sides = {
    "with": satisfaction.corr(complete.mean(axis=1)),
    "without": satisfaction.corr(complete.drop(columns="satisfaction").mean(axis=1)),
}
