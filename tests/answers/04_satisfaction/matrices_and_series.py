# about = "numpy least squares, Series as answers, a matrix for the effects"
# kind = "right"
# %% 04-3-answer
equations = {
    "desires_congruency": ["desires", "performance"],
    "expectations_congruency": ["expectations", "performance"],
    "attribute_satisfaction": ["desires_congruency", "expectations_congruency"],
    "information_satisfaction": ["desires_congruency", "expectations_congruency"],
    "overall_satisfaction": ["attribute_satisfaction", "information_satisfaction"],
}
found, errors = {}, {}
for effect, causes in equations.items():
    complete = scores[[effect, *causes]].dropna()
    X = np.column_stack([np.ones(len(complete)), complete[causes]])
    y = complete[effect].to_numpy()
    b = np.linalg.lstsq(X, y, rcond=None)[0]
    residual = y - X @ b
    spread = residual @ residual / (len(y) - 3)
    se = np.sqrt(np.diag(spread * np.linalg.inv(X.T @ X)))
    for number, cause in enumerate(causes, start=1):
        found[f"{cause} -> {effect}"] = b[number]
        errors[f"{cause} -> {effect}"] = se[number]
paths = pd.Series(found)
# %% 04-4-answer
middle = found["attribute_satisfaction -> overall_satisfaction"]
reach = 1.96 * errors["attribute_satisfaction -> overall_satisfaction"]
interval = {"low": pd.Series([middle - reach]), "high": np.array([middle + reach])}


# %% 04-5-answer
def total_effect(paths, factor):
    names = sorted({end for key in paths for end in key.split(" -> ")})
    B = np.zeros((len(names), len(names)))
    for key, value in paths.items():
        cause, effect = key.split(" -> ")
        B[names.index(cause), names.index(effect)] = value
    total = np.linalg.inv(np.eye(len(names)) - B)
    return total[names.index(factor), names.index("overall_satisfaction")]


# %% 04-7-answer
reliable_variance = pd.Series(
    {
        name: alpha[name] * scores[name].var()
        for name in ["attribute_satisfaction", "information_satisfaction"]
    }
)
two = (
    scores[["attribute_satisfaction", "information_satisfaction", "overall_satisfaction"]]
    .dropna()
    .cov()
    .to_numpy()
)
a, i = reliable_variance
determinant = a * i - two[0, 1] ** 2
corrected = {
    "attribute_satisfaction -> overall_satisfaction": (two[0, 2] * i - two[1, 2] * two[0, 1]) / determinant,
    "information_satisfaction -> overall_satisfaction": (two[1, 2] * a - two[0, 2] * two[0, 1]) / determinant,
}
# %% 04-9-answer
outcomes = scores[["overall_satisfaction", "trust"]].copy()
outcomes["intention"] = case.surveys["loyalty_repurchase"].astype(float)
last = case.orders["ordered_on"].max()
bought = []
for customer, day in zip(case.surveys["customer_id"], case.surveys["answered_on"]):
    if (last - day).days < 183:
        bought.append(np.nan)
    else:
        days = (case.orders.loc[case.orders["customer_id"] == customer, "ordered_on"] - day).dt.days
        bought.append(float(days.between(1, 183).any()))
outcomes["buying"] = bought
strengths = {}
for outcome in ["intention", "buying"]:
    R = outcomes[[outcome, "overall_satisfaction", "trust"]].dropna().corr().to_numpy()
    slopes = np.linalg.solve(R[1:, 1:], R[1:, 0])
    strengths[f"{outcome} ~ satisfaction"], strengths[f"{outcome} ~ trust"] = slopes
