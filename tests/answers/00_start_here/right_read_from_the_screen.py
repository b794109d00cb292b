# about = "reads whole numbers from the explorer's table, writes words with capitals, gives floats"
# kind = "right"
# %% 00-1-answer
import pandas as pd

# as in the reference
after_run_all = float(after_run_all)
skills = pd.Series({key: f" {word.title()} " for key, word in skills.items()})
# %% 00-2-answer
shown = rm.start.explore_orders.view(branch=case.branch, months=case.months).table["mean"]
highest_mean = round(shown.max())
# %% 00-4-answer
table = case.customers.assign(decade=case.customers["birth_year"].astype(str).str[:3])
pairs = table.groupby(["decade", table["joined"].dt.strftime("%Y")]).size()
alone = float(pairs[pairs == 1].sum())
