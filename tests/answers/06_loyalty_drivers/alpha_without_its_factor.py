# about = "forgets k/(k - 1), and keeps five in it when a component is left out"
# kind = "mistake"
# lost = {"2" = 8}
# says = {"2" = "The factor k/(k − 1) is missing", "2 without" = "Without one component k is four"}
# %% 06-2-answer
complete = parts.dropna()


def common(table):
    return 1 - table.var().sum() / table.sum(axis=1).var()


alpha = common(complete)
alpha_without = {name: 5 / 4 * common(complete.drop(columns=name)) for name in complete}
