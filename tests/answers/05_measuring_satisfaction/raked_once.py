# about = "multiplies the ratio of each margin once"
# kind = "mistake"
# lost = {"6" = [3, 12]}
# says = {"6" = "These multiply two ratios"}
# %% 05-6-answer
respondents = case.respondents
weight = pd.Series(1.0, index=respondents.index)
for column, numbers in case.margins.items():
    wanted = pd.Series(numbers) / sum(numbers.values())
    weight = weight * respondents[column].map(wanted / respondents[column].value_counts(normalize=True))
weight = weight / weight.mean()
raked = pd.DataFrame({"weight": weight})
raked_mean = (weight * respondents["satisfaction"]).sum() / weight.sum()
effect = len(weight) * (weight**2).sum() / weight.sum() ** 2
