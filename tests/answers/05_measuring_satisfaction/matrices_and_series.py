# about = "matrices and Series: alpha from covariances, raking on a table of cells, Shapley by the formula"
# kind = "right"
# %% 05-3-answer
turn = pd.Series(0.0, index=case.scale.columns)
turn[case.turned] = 8
sign = 1 - 2 * (turn > 0)
items = case.scale * sign + turn
S = items.cov().to_numpy()
whole = S.sum()
item_total = pd.Series(
    {
        name: (S[i].sum() - S[i, i]) / np.sqrt(S[i, i] * (whole - 2 * S[i].sum() + S[i, i]))
        for i, name in enumerate(items)
    }
)
drop = item_total.idxmin()
value = 6 / 5 * (1 - np.trace(S) / whole)
keep = [i for i, name in enumerate(items) if name != drop]
R = S[np.ix_(keep, keep)]
interval = rm.survey.model.alpha_interval(value, 180, 6)
alpha = pd.Series(
    [value, interval.low, interval.high, 5 / 4 * (1 - np.trace(R) / R.sum())],
    ["alpha", "low", "high", "without"],
)
# %% 05-6-answer
people = case.respondents
cells = pd.crosstab(people["age_group"], people["region"]).astype(float)
ages = pd.Series(case.margins["age_group"], dtype=float)
regions = pd.Series(case.margins["region"], dtype=float)
fitted = cells.copy()
for _ in range(100):
    fitted = fitted.mul(ages / ages.sum() * 400 / fitted.sum(axis=1), axis=0)
    fitted = fitted.mul(regions / regions.sum() * 400 / fitted.sum(axis=0), axis=1)
ratio = fitted / cells
raked = pd.DataFrame({"weight": [ratio.loc[a, r] for a, r in zip(people["age_group"], people["region"])]})
raked_mean = np.average(people["satisfaction"], weights=raked["weight"])
effect = 1 + raked["weight"].var(ddof=0) / raked["weight"].mean() ** 2
# %% 05-7-answer
E = case.explained
r, s, a = "reliability", "responsiveness", "assurance"
full = E[f"{r} + {s} + {a}"]
shares = pd.Series(
    {
        r: E[r] / 3 + (E[f"{r} + {s}"] - E[s] + E[f"{r} + {a}"] - E[a]) / 6 + (full - E[f"{s} + {a}"]) / 3,
        s: E[s] / 3 + (E[f"{r} + {s}"] - E[r] + E[f"{s} + {a}"] - E[a]) / 6 + (full - E[f"{r} + {a}"]) / 3,
        a: E[a] / 3 + (E[f"{r} + {a}"] - E[r] + E[f"{s} + {a}"] - E[s]) / 6 + (full - E[f"{r} + {s}"]) / 3,
    }
)
# %% 05-9-answer
try_it = rm.survey.model.prepared(case.people)
found = []
for questionnaire in (6200, 8000, 12000):
    for telephone in (0, 12000, 21000, 27000):
        home = case.budget - 5800 - questionnaire - telephone
        money = [questionnaire, telephone, home, 0, 5800]
        spending = dict(zip(rm.survey.model.METHODS, money))
        mix = rm.survey.model.survey_mix(try_it, spending, "follow_up")
        if mix.heard >= 0.8:
            found.append((mix.error, spending))
plan = min(found, key=lambda each: each[0])[1] | {"combine": "follow_up"}
