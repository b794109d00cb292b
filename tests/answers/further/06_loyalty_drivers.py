# Mistakes in assignment 06 beyond the bank's, written from the prompts alone.
# %% 06-1-answer · the mean of whatever is there
_s = case.surveys.astype({c: float for c in case.surveys.columns if c.startswith(("overall", "loyalty"))})
_sat = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].mean(axis=1)
_four = _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]]
index = pd.concat([_sat, _four], axis=1).mean(axis=1).to_frame("index")
# %% 06-1-answer · missing answers filled with 0
index = index.fillna(0)
# %% 06-1-answer · missing answers filled with the mean
index = index.fillna(index["index"].mean())
# %% 06-1-answer · all seven items with equal weight
_s = case.surveys
_items = [f"overall_satisfaction_{i}" for i in (1, 2, 3)] + [
    "loyalty_initiative",
    "loyalty_repurchase",
    "loyalty_recommendation",
    "loyalty_resistance",
]
index = _s[_items].astype(float).mean(axis=1).where(index["index"].notna()).to_frame("index")
# %% 06-1-answer · all three satisfaction items demanded
_s = case.surveys
_all = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].notna().all(axis=1)
index = index.where(_all)
# %% 06-1-answer · one satisfaction item is enough
_s = case.surveys
_sat = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float).mean(axis=1)
_four = _s[
    ["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]
].astype(float)
index = pd.concat([_sat, _four], axis=1).mean(axis=1, skipna=False).to_frame("index")
# %% 06-1-answer · the first satisfaction item for all three
_s = case.surveys
_names = [
    "overall_satisfaction_1",
    "loyalty_initiative",
    "loyalty_repurchase",
    "loyalty_recommendation",
    "loyalty_resistance",
]
index = _s[_names].astype(float).mean(axis=1, skipna=False).to_frame("index")
# %% 06-1-answer · the sum for the mean
index = index * 5
# %% 06-1-answer · rescaled to 0 to 100
index = (index - 1) / 6 * 100
# %% 06-1-answer · resistance turned round
_r = case.surveys["loyalty_resistance"].astype(float)
index = (index["index"] + (8 - 2 * _r) / 5).to_frame("index")
# %% 06-1-answer · rows without an index dropped
index = index.dropna()
# %% 06-1-answer · rows renumbered after sorting
index = index.sort_values("index").reset_index(drop=True)
# %% 06-1-answer · the column carries another name
index = index.rename(columns={"index": "loyalty"})
# %% 06-2-answer · the mean correlation for alpha
_s = case.surveys
_sat = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_c = _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]].astype(
    float
)
_c = _c.assign(satisfaction=_sat.mean(axis=1).where(_sat.notna().sum(axis=1) >= 2)).dropna()
_r = _c.corr().to_numpy()
alpha = float((_r.sum() - 5) / 20)
# %% 06-2-answer · standardised alpha
_s = case.surveys
_sat = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_c = _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]].astype(
    float
)
_c = _c.assign(satisfaction=_sat.mean(axis=1).where(_sat.notna().sum(axis=1) >= 2)).dropna()
_r = _c.corr().to_numpy()
alpha = float(5 / 4 * (1 - 5 / _r.sum()))
# %% 06-2-answer · forgets k/(k-1)
alpha = alpha * 4 / 5
# %% 06-2-answer · k/(k-1) with seven items
alpha = alpha * (4 / 5) * (7 / 6)
# %% 06-2-answer · standard deviations for variances
_s = case.surveys
_sat = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_c = _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]].astype(
    float
)
_c = _c.assign(satisfaction=_sat.mean(axis=1).where(_sat.notna().sum(axis=1) >= 2)).dropna()
alpha = float(5 / 4 * (1 - _c.std().sum() / _c.sum(axis=1).std()))
# %% 06-2-answer · alpha of the four answers alone
alpha = dict(alpha_without)["satisfaction"]
# %% 06-2-answer · in per cent
alpha = 100 * alpha
# %% 06-2-answer · alpha lost, not alpha left
alpha_without = {name: alpha - value for name, value in dict(alpha_without).items()}
# %% 06-2-answer · the names one place further
_values = list(dict(alpha_without).values())
alpha_without = dict(zip(dict(alpha_without), _values[1:] + _values[:1]))
# %% 06-2-answer · alpha of the other four with the factor of five
alpha_without = {name: value * (5 / 4) / (4 / 3) for name, value in dict(alpha_without).items()}
# %% 06-2-answer · the correlation of each with the rest
_s = case.surveys
_sat = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_c = _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]].astype(
    float
)
_c.columns = ["initiative", "repurchase", "recommendation", "resistance"]
_c = _c.assign(satisfaction=_sat.mean(axis=1).where(_sat.notna().sum(axis=1) >= 2)).dropna()
alpha_without = {n: float(_c[n].corr(_c.drop(columns=n).sum(axis=1))) for n in _c}
# %% 06-2-answer · the same alpha for all
alpha_without = {name: alpha for name in dict(alpha_without)}
# %% 06-3-answer · correlations, not their squares
both_sides = {key: value**0.5 for key, value in dict(both_sides).items()}
# %% 06-3-answer · with and without exchanged
both_sides = {"with": both_sides["without"], "without": both_sides["with"]}
# %% 06-3-answer · the unexplained part
both_sides = {key: 1 - value for key, value in dict(both_sides).items()}
# %% 06-3-answer · the slopes of the regressions
_s = case.surveys
_sat = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_c = _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]].astype(
    float
)
_c = _c.assign(satisfaction=_sat.mean(axis=1).where(_sat.notna().sum(axis=1) >= 2)).dropna()
_f = _c.drop(columns="satisfaction").mean(axis=1)
both_sides = {
    "with": float(np.polyfit(_c["satisfaction"], _c.mean(axis=1), 1)[0]),
    "without": float(np.polyfit(_c["satisfaction"], _f, 1)[0]),
}
# %% 06-3-answer · everything explained by the whole itself
both_sides = {**both_sides, "with": 1.0}
# %% 06-3-answer · willingness to buy again alone for the four
_s = case.surveys
_sat = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_c = _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]].astype(
    float
)
_c = _c.assign(satisfaction=_sat.mean(axis=1).where(_sat.notna().sum(axis=1) >= 2)).dropna()
both_sides = {**both_sides, "without": float(_c["satisfaction"].corr(_c["loyalty_repurchase"]) ** 2)}
# %% 06-4-answer · attitude high from the cut on
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_first, _last = _o["ordered_on"].min(), _o["ordered_on"].max()
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["answered_on"] - _m["ordered_on"]).dt.days
_b = _d.between(0, 182).groupby(_m["index"]).sum()
_ok = _att.notna() & (_s["answered_on"] - pd.Timedelta(days=182) >= _first) & (_s["answered_on"] <= _last)
_hi, _many = (_att >= case.cuts["attitude"])[_ok], (_b >= case.cuts["orders"])[_ok]
cells = {
    "true": (_hi & _many).mean(),
    "latent": (_hi & ~_many).mean(),
    "spurious": (~_hi & _many).mean(),
    "none": (~_hi & ~_many).mean(),
}
# %% 06-4-answer · behaviour high above the cut
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_first, _last = _o["ordered_on"].min(), _o["ordered_on"].max()
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["answered_on"] - _m["ordered_on"]).dt.days
_b = _d.between(0, 182).groupby(_m["index"]).sum()
_ok = _att.notna() & (_s["answered_on"] - pd.Timedelta(days=182) >= _first) & (_s["answered_on"] <= _last)
_hi, _many = (_att > case.cuts["attitude"])[_ok], (_b > case.cuts["orders"])[_ok]
cells = {
    "true": (_hi & _many).mean(),
    "latent": (_hi & ~_many).mean(),
    "spurious": (~_hi & _many).mean(),
    "none": (~_hi & ~_many).mean(),
}
# %% 06-4-answer · two hundred days in the window
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_first, _last = _o["ordered_on"].min(), _o["ordered_on"].max()
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["answered_on"] - _m["ordered_on"]).dt.days
_b = _d.between(0, 200).groupby(_m["index"]).sum()
_ok = _att.notna() & (_s["answered_on"] - pd.Timedelta(days=182) >= _first) & (_s["answered_on"] <= _last)
_hi, _many = (_att > case.cuts["attitude"])[_ok], (_b >= case.cuts["orders"])[_ok]
cells = {
    "true": (_hi & _many).mean(),
    "latent": (_hi & ~_many).mean(),
    "spurious": (~_hi & _many).mean(),
    "none": (~_hi & ~_many).mean(),
}
# %% 06-4-answer · all orders ever, not those of the half-year
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_first, _last = _o["ordered_on"].min(), _o["ordered_on"].max()
_b = _s["customer_id"].map(_o["customer_id"].value_counts()).fillna(0)
_ok = _att.notna() & (_s["answered_on"] - pd.Timedelta(days=182) >= _first) & (_s["answered_on"] <= _last)
_hi, _many = (_att > case.cuts["attitude"])[_ok], (_b >= case.cuts["orders"])[_ok]
cells = {
    "true": (_hi & _many).mean(),
    "latent": (_hi & ~_many).mean(),
    "spurious": (~_hi & _many).mean(),
    "none": (~_hi & ~_many).mean(),
}
# %% 06-4-answer · answers of the first half-year kept
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["answered_on"] - _m["ordered_on"]).dt.days
_b = _d.between(0, 182).groupby(_m["index"]).sum()
_ok = _att.notna()
_hi, _many = (_att > case.cuts["attitude"])[_ok], (_b >= case.cuts["orders"])[_ok]
cells = {
    "true": (_hi & _many).mean(),
    "latent": (_hi & ~_many).mean(),
    "spurious": (~_hi & _many).mean(),
    "none": (~_hi & ~_many).mean(),
}
# %% 06-4-answer · attitude of all four answers
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_first, _last = _o["ordered_on"].min(), _o["ordered_on"].max()
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["answered_on"] - _m["ordered_on"]).dt.days
_b = _d.between(0, 182).groupby(_m["index"]).sum()
_ok = _att.notna() & (_s["answered_on"] - pd.Timedelta(days=182) >= _first) & (_s["answered_on"] <= _last)
_hi, _many = (_att > case.cuts["attitude"])[_ok], (_b >= case.cuts["orders"])[_ok]
cells = {
    "true": (_hi & _many).mean(),
    "latent": (_hi & ~_many).mean(),
    "spurious": (~_hi & _many).mean(),
    "none": (~_hi & ~_many).mean(),
}
# %% 06-4-answer · latent and spurious exchanged
cells = {**cells, "latent": cells["spurious"], "spurious": cells["latent"]}
# %% 06-4-answer · shares of all surveys, placed or not
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_ok = (
    _att.notna()
    & (_s["answered_on"] - pd.Timedelta(days=182) >= _o["ordered_on"].min())
    & (_s["answered_on"] <= _o["ordered_on"].max())
)
cells = {key: float(value) * _ok.mean() for key, value in dict(cells).items()}
# %% 06-4-answer · the numbers, not the shares
cells = {key: round(float(value) * len(case.surveys)) for key, value in dict(cells).items()}
# %% 06-4-answer · who is still there in place of who is gone
gone = {key: 1 - value for key, value in dict(gone).items()}
# %% 06-4-answer · latent and spurious exchanged among those gone
gone = {**gone, "latent": gone["spurious"], "spurious": gone["latent"]}
# %% 06-4-answer · orders of the month before count as a return
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_first, _last = _o["ordered_on"].min(), _o["ordered_on"].max()
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_b = (-_d).between(0, 182).groupby(_m["index"]).sum()
_gone = ~(_d.between(-30, 365).groupby(_m["index"]).any())
_ok = (
    _att.notna()
    & (_s["answered_on"] - pd.Timedelta(days=182) >= _first)
    & (_s["answered_on"] + pd.Timedelta(days=365) <= _last)
)
_cell = np.select(
    [
        (_att > case.cuts["attitude"]) & (_b >= case.cuts["orders"]),
        _att > case.cuts["attitude"],
        _b >= case.cuts["orders"],
    ],
    ["true", "latent", "spurious"],
    "none",
)
gone = _gone[_ok].groupby(pd.Series(_cell, _s.index)[_ok]).mean().to_dict()
# %% 06-4-answer · half a year ahead instead of a year
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_first, _last = _o["ordered_on"].min(), _o["ordered_on"].max()
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_b = (-_d).between(0, 182).groupby(_m["index"]).sum()
_gone = ~(_d.between(1, 183).groupby(_m["index"]).any())
_ok = (
    _att.notna()
    & (_s["answered_on"] - pd.Timedelta(days=182) >= _first)
    & (_s["answered_on"] + pd.Timedelta(days=183) <= _last)
)
_cell = np.select(
    [
        (_att > case.cuts["attitude"]) & (_b >= case.cuts["orders"]),
        _att > case.cuts["attitude"],
        _b >= case.cuts["orders"],
    ],
    ["true", "latent", "spurious"],
    "none",
)
gone = _gone[_ok].groupby(pd.Series(_cell, _s.index)[_ok]).mean().to_dict()
# %% 06-4-answer · open years counted as gone
_s, _o = case.surveys, case.orders
_att = (
    _s[["loyalty_initiative", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_first, _last = _o["ordered_on"].min(), _o["ordered_on"].max()
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_b = (-_d).between(0, 182).groupby(_m["index"]).sum()
_gone = ~(_d.between(1, 365).groupby(_m["index"]).any())
_ok = _att.notna() & (_s["answered_on"] - pd.Timedelta(days=182) >= _first) & (_s["answered_on"] <= _last)
_cell = np.select(
    [
        (_att > case.cuts["attitude"]) & (_b >= case.cuts["orders"]),
        _att > case.cuts["attitude"],
        _b >= case.cuts["orders"],
    ],
    ["true", "latent", "spurious"],
    "none",
)
gone = _gone[_ok].groupby(pd.Series(_cell, _s.index)[_ok]).mean().to_dict()
# %% 06-4-answer · the gone of each cell over all the gone
_total = sum(dict(cells)[key] * dict(gone)[key] for key in dict(cells))
gone = {key: dict(cells)[key] * dict(gone)[key] / _total for key in dict(cells)}
# %% 06-5-answer · from and to exchanged
counts = counts.T
# %% 06-5-answer · who is not among the customers forgotten
_c = counts.copy()
_c.loc["watching", "watching"] -= 4 * (case.persons - len(case.customers))
counts = _c
# %% 06-5-answer · five moves of everybody who watches
_c = counts.copy()
_c.loc["watching", "watching"] += case.persons - len(case.customers)
counts = _c
# %% 06-5-answer · chances in place of counts
counts = counts.div(counts.sum(axis=1), axis=0)
# %% 06-5-answer · a customer without an order is lost at once
_o, _c = case.orders, case.customers
_h = _o["ordered_on"].dt.year * 2 + (_o["ordered_on"].dt.month > 6)
_n = pd.crosstab(_o["customer_id"], _h).reindex(_c["customer_id"], fill_value=0).to_numpy()
_new = (_c["joined"] >= "2022-01-01").to_numpy()
_names = ["watching", "trying", "returning", "trusting", "lost"]
_t = pd.DataFrame(0, index=_names, columns=_names)
for _i, _row in enumerate(_n):
    _w = []
    _seen = not _new[_i]
    for _k in range(5):
        _seen = _seen or _row[_k] > 0
        _w.append(
            "watching"
            if not _seen
            else "lost"
            if _row[_k] == 0
            else "trying"
            if _row[_k] < 2
            else "returning"
            if _row[_k] < 4
            else "trusting"
        )
    for _a, _b in zip(_w, _w[1:]):
        _t.loc[_a, _b] += 1
_t.loc["watching", "watching"] += 4 * (case.persons - len(_c))
counts = _t
# %% 06-5-answer · trusting from three orders on
_o, _c = case.orders, case.customers
_h = _o["ordered_on"].dt.year * 2 + (_o["ordered_on"].dt.month > 6)
_n = pd.crosstab(_o["customer_id"], _h).reindex(_c["customer_id"], fill_value=0).to_numpy()
_new = (_c["joined"] >= "2022-01-01").to_numpy()
_names = ["watching", "trying", "returning", "trusting", "lost"]
_t = pd.DataFrame(0, index=_names, columns=_names)
for _i, _row in enumerate(_n):
    _w = []
    _seen = not _new[_i]
    for _k in range(5):
        _seen = _seen or _row[_k] > 0
        _lost = _row[_k] == 0 and _row[_k + 1] == 0
        _w.append(
            "watching"
            if not _seen
            else "lost"
            if _lost
            else "trying"
            if _row[_k] < 2
            else "returning"
            if _row[_k] < 3
            else "trusting"
        )
    for _a, _b in zip(_w, _w[1:]):
        _t.loc[_a, _b] += 1
_t.loc["watching", "watching"] += 4 * (case.persons - len(_c))
counts = _t
# %% 06-5-answer · nobody is watching before the first order
_o, _c = case.orders, case.customers
_h = _o["ordered_on"].dt.year * 2 + (_o["ordered_on"].dt.month > 6)
_n = pd.crosstab(_o["customer_id"], _h).reindex(_c["customer_id"], fill_value=0).to_numpy()
_names = ["watching", "trying", "returning", "trusting", "lost"]
_t = pd.DataFrame(0, index=_names, columns=_names)
for _i, _row in enumerate(_n):
    _w = []
    for _k in range(5):
        _lost = _row[_k] == 0 and _row[_k + 1] == 0
        _w.append(
            "lost" if _lost else "trying" if _row[_k] < 2 else "returning" if _row[_k] < 4 else "trusting"
        )
    for _a, _b in zip(_w, _w[1:]):
        _t.loc[_a, _b] += 1
_t.loc["watching", "watching"] += 4 * (case.persons - len(_c))
counts = _t
# %% 06-5-answer · everybody watches before the first order seen, old customers too
_o, _c = case.orders, case.customers
_h = _o["ordered_on"].dt.year * 2 + (_o["ordered_on"].dt.month > 6)
_n = pd.crosstab(_o["customer_id"], _h).reindex(_c["customer_id"], fill_value=0).to_numpy()
_names = ["watching", "trying", "returning", "trusting", "lost"]
_t = pd.DataFrame(0, index=_names, columns=_names)
for _i, _row in enumerate(_n):
    _w = []
    _seen = False
    for _k in range(5):
        _seen = _seen or _row[_k] > 0
        _lost = _row[_k] == 0 and _row[_k + 1] == 0
        _w.append(
            "watching"
            if not _seen
            else "lost"
            if _lost
            else "trying"
            if _row[_k] < 2
            else "returning"
            if _row[_k] < 4
            else "trusting"
        )
    for _a, _b in zip(_w, _w[1:]):
        _t.loc[_a, _b] += 1
_t.loc["watching", "watching"] += 4 * (case.persons - len(_c))
counts = _t
# %% 06-5-answer · the last half-year taken in, silence there is loss
_o, _c = case.orders, case.customers
_h = _o["ordered_on"].dt.year * 2 + (_o["ordered_on"].dt.month > 6)
_n = pd.crosstab(_o["customer_id"], _h).reindex(_c["customer_id"], fill_value=0).to_numpy()
_new = (_c["joined"] >= "2022-01-01").to_numpy()
_names = ["watching", "trying", "returning", "trusting", "lost"]
_t = pd.DataFrame(0, index=_names, columns=_names)
for _i, _row in enumerate(_n):
    _w = []
    _seen = not _new[_i]
    for _k in range(6):
        _seen = _seen or _row[_k] > 0
        _lost = _row[_k] == 0 and (_k == 5 or _row[_k + 1] == 0)
        _w.append(
            "watching"
            if not _seen
            else "lost"
            if _lost
            else "trying"
            if _row[_k] < 2
            else "returning"
            if _row[_k] < 4
            else "trusting"
        )
    for _a, _b in zip(_w, _w[1:]):
        _t.loc[_a, _b] += 1
_t.loc["watching", "watching"] += 5 * (case.persons - len(_c))
counts = _t
# %% 06-5-answer · a silence lost only if the half-year before was silent too
_o, _c = case.orders, case.customers
_h = _o["ordered_on"].dt.year * 2 + (_o["ordered_on"].dt.month > 6)
_n = pd.crosstab(_o["customer_id"], _h).reindex(_c["customer_id"], fill_value=0).to_numpy()
_new = (_c["joined"] >= "2022-01-01").to_numpy()
_names = ["watching", "trying", "returning", "trusting", "lost"]
_t = pd.DataFrame(0, index=_names, columns=_names)
for _i, _row in enumerate(_n):
    _w = []
    _seen = not _new[_i]
    for _k in range(5):
        _seen = _seen or _row[_k] > 0
        _lost = _k > 0 and _row[_k] == 0 and _row[_k - 1] == 0
        _w.append(
            "watching"
            if not _seen
            else "lost"
            if _lost
            else "trying"
            if _row[_k] < 2
            else "returning"
            if _row[_k] < 4
            else "trusting"
        )
    for _a, _b in zip(_w, _w[1:]):
        _t.loc[_a, _b] += 1
_t.loc["watching", "watching"] += 4 * (case.persons - len(_c))
counts = _t
# %% 06-5-answer · columns over their sums
matrix = counts / counts.sum(axis=0)
matrix.loc["lost"] = [0, 0, 0, 0, 1]
# %% 06-5-answer · over all moves together
matrix = counts / counts.to_numpy().sum()
matrix.loc["lost"] = [0, 0, 0, 0, 1]
# %% 06-5-answer · in per cent
matrix = 100 * matrix
# %% 06-5-answer · rounded to two places
matrix = matrix.round(2)
# %% 06-5-answer · a row of zeros for the lost
matrix = matrix.copy()
matrix.loc["lost"] = 0.0
# %% 06-5-answer · the lost row as it was counted
matrix = counts.div(counts.sum(axis=1), axis=0)
# %% 06-5-answer · the lost begin to watch again
matrix = matrix.copy()
matrix.loc["lost"] = [1, 0, 0, 0, 0]
# %% 06-5-answer · the lost left out of the chances
_q = counts.drop(columns="lost")
matrix = _q.div(_q.sum(axis=1), axis=0).assign(lost=0.0)
matrix.loc["lost"] = [0, 0, 0, 0, 1]
# %% 06-6-answer · the present half-year not counted
stay = {key: value - 1 for key, value in dict(stay).items()}
# %% 06-6-answer · one over the chance of being lost
stay = {key: float(1 / case.given_matrix.loc[key, "lost"]) for key in ("trying", "returning", "trusting")}
# %% 06-6-answer · the stay in one's own stage alone
stay = {key: float(1 / (1 - case.given_matrix.loc[key, key])) for key in ("trying", "returning", "trusting")}
# %% 06-6-answer · columns of N summed instead of rows
_k = ["trying", "returning", "trusting"]
_N = np.linalg.inv(np.eye(3) - case.given_matrix.loc[_k, _k].to_numpy())
stay = dict(zip(_k, _N.sum(axis=0)))
# %% 06-6-answer · the diagonal of N
_k = ["trying", "returning", "trusting"]
_N = np.linalg.inv(np.eye(3) - case.given_matrix.loc[_k, _k].to_numpy())
stay = dict(zip(_k, _N.diagonal()))
# %% 06-6-answer · years in place of half-years
stay = {key: value / 2 for key, value in dict(stay).items()}
# %% 06-6-answer · her own matrix instead of the colleague's
_k = ["trying", "returning", "trusting"]
_N = np.linalg.inv(np.eye(3) - matrix.loc[_k, _k].to_numpy(float))
stay = dict(zip(_k, _N.sum(axis=1)))
# %% 06-6-answer · the chance of one move
climb = {**climb, "chance": float(case.given_matrix.loc["trying", "trusting"])}
# %% 06-6-answer · by way of returning only
_g = case.given_matrix
climb = {**climb, "chance": float(_g.loc["trying", "returning"] * _g.loc["returning", "trusting"])}
# %% 06-6-answer · of one who is returning
_u = ["trying", "returning"]
_N = np.linalg.inv(np.eye(2) - case.given_matrix.loc[_u, _u].to_numpy())
climb = {**climb, "chance": float((_N @ case.given_matrix.loc[_u, "trusting"].to_numpy())[1])}
# %% 06-6-answer · the chance of being lost first
climb = {**climb, "chance": 1 - climb["chance"]}
# %% 06-6-answer · the chance within two half-years
_g = case.given_matrix
climb = {**climb, "chance": float((_g @ _g).loc["trying", "trusting"])}
# %% 06-6-answer · the time of everybody, arrived or lost
_u = ["trying", "returning"]
_N = np.linalg.inv(np.eye(2) - case.given_matrix.loc[_u, _u].to_numpy())
climb = {**climb, "half_years": float(_N.sum(axis=1)[0])}
# %% 06-6-answer · the time without the division by the chance
climb = {**climb, "half_years": climb["half_years"] * climb["chance"]}
# %% 06-6-answer · the time less the present half-year
climb = {**climb, "half_years": climb["half_years"] - 1}
# %% 06-6-answer · one over the chance of the move
climb = {**climb, "half_years": float(1 / case.given_matrix.loc["trying", "trusting"])}
# %% 06-6-answer · chance and time exchanged
climb = {"chance": climb["half_years"], "half_years": climb["chance"]}
# %% 06-6-answer · the replaced stay one half-year among the lost
_P = case.given_matrix.copy()
_P.loc["lost"] = [1, 0, 0, 0, 0]
_v = np.linalg.matrix_power(_P.to_numpy(), 5000)[0]
steady = dict(zip(["watching", "trying", "returning", "trusting"], _v[:4]))
# %% 06-6-answer · those who are new begin to try, not to watch
_k = ["watching", "trying", "returning", "trusting"]
_P = case.given_matrix.loc[_k, _k].copy()
_P["trying"] += case.given_matrix.loc[_k, "lost"]
_v = np.linalg.matrix_power(_P.to_numpy(), 5000)[0]
steady = dict(zip(_k, _v))
# %% 06-6-answer · shares of the customers, watchers left out
_sum = 1 - dict(steady)["watching"]
steady = {key: value / _sum if key != "watching" else 0.0 for key, value in dict(steady).items()}
# %% 06-6-answer · the matrix without its lost, rows scaled up
_k = ["watching", "trying", "returning", "trusting"]
_P = case.given_matrix.loc[_k, _k]
_P = _P.div(_P.sum(axis=1), axis=0)
_v = np.linalg.matrix_power(_P.to_numpy(), 20000)[0]
steady = dict(zip(_k, _v))
# %% 06-6-answer · four equal shares
steady = {key: 0.25 for key in ("watching", "trying", "returning", "trusting")}
# %% 06-6-answer · three half-years on, not the steady state
_k = ["watching", "trying", "returning", "trusting"]
_P = case.given_matrix.loc[_k, _k].copy()
_P["watching"] += case.given_matrix.loc[_k, "lost"]
_v = np.linalg.matrix_power(_P.to_numpy(), 3)[0]
steady = dict(zip(_k, _v))


# %% 06-7-answer · the squared correlation with the outcome
def contribution(correlations, driver):
    return float(np.asarray(correlations)[driver, -1] ** 2)


# %% 06-7-answer · what it adds when it enters last
def contribution(correlations, driver):
    c = np.asarray(correlations, float)
    p = len(c) - 1

    def r2(s):
        s = list(s)
        return 0.0 if not s else float(c[s, p] @ np.linalg.solve(c[np.ix_(s, s)], c[s, p]))

    return r2(range(p)) - r2([j for j in range(p) if j != driver])


# %% 06-7-answer · the mean of first and last, enough for two drivers
def contribution(correlations, driver):
    c = np.asarray(correlations, float)
    p = len(c) - 1

    def r2(s):
        s = list(s)
        return 0.0 if not s else float(c[s, p] @ np.linalg.solve(c[np.ix_(s, s)], c[s, p]))

    return (r2([driver]) + r2(range(p)) - r2([j for j in range(p) if j != driver])) / 2


# %% 06-7-answer · every subset the same weight
def contribution(correlations, driver):
    from itertools import combinations

    c = np.asarray(correlations, float)
    p = len(c) - 1

    def r2(s):
        s = list(s)
        return 0.0 if not s else float(c[s, p] @ np.linalg.solve(c[np.ix_(s, s)], c[s, p]))

    rest = [j for j in range(p) if j != driver]
    subsets = [s for k in range(p) for s in combinations(rest, k)]
    return sum(r2([*s, driver]) - r2(s) for s in subsets) / len(subsets)


# %% 06-7-answer · a share of R², not points
def contribution(correlations, driver, _right=contribution):
    c = np.asarray(correlations, float)
    p = len(c) - 1
    return _right(correlations, driver) / float(c[:p, p] @ np.linalg.solve(c[:p, :p], c[:p, p]))


# %% 06-7-answer · beta times correlation
def contribution(correlations, driver):
    c = np.asarray(correlations, float)
    return float(np.linalg.solve(c[:-1, :-1], c[:-1, -1])[driver] * c[driver, -1])


# %% 06-7-answer · beta squared
def contribution(correlations, driver):
    c = np.asarray(correlations, float)
    return float(np.linalg.solve(c[:-1, :-1], c[:-1, -1])[driver] ** 2)


# %% 06-7-answer · drivers counted from 1
def contribution(correlations, driver, _right=contribution):
    return _right(correlations, driver - 1)


# %% 06-7-answer · three drivers written out by hand
def contribution(correlations, driver):
    c = np.asarray(correlations, float)
    p = len(c) - 1

    def r2(s):
        return 0.0 if not s else float(c[s, p] @ np.linalg.solve(c[np.ix_(s, s)], c[s, p]))

    a, b = [j for j in range(3) if j != driver]
    return (
        r2([driver]) / 3
        + (r2([driver, a]) - r2([a])) / 6
        + (r2([driver, b]) - r2([b])) / 6
        + (r2([driver, a, b]) - r2([a, b])) / 3
    )


# %% 06-7-answer · weights for three drivers, whatever the number
def contribution(correlations, driver):
    from itertools import combinations

    c = np.asarray(correlations, float)
    p = len(c) - 1

    def r2(s):
        s = list(s)
        return 0.0 if not s else float(c[s, p] @ np.linalg.solve(c[np.ix_(s, s)], c[s, p]))

    rest = [j for j in range(p) if j != driver]
    weight = {0: 1 / 3, 1: 1 / 6, 2: 1 / 3}
    return sum(
        weight.get(k, 0.0) * (r2([*s, driver]) - r2(s)) for k in range(p) for s in combinations(rest, k)
    )


# %% 06-7-answer · one order of entry only, as the columns stand
def contribution(correlations, driver):
    c = np.asarray(correlations, float)
    p = len(c) - 1

    def r2(s):
        return 0.0 if not s else float(c[s, p] @ np.linalg.solve(c[np.ix_(s, s)], c[s, p]))

    return r2(list(range(driver + 1))) - r2(list(range(driver)))


# %% 06-7-answer · the outcome first, not last
def contribution(correlations, driver, _right=contribution):
    c = np.roll(np.roll(np.asarray(correlations, float), -1, axis=0), -1, axis=1)
    return _right(c, driver)


# %% 06-7-answer · always the case's own correlations
def contribution(correlations, driver, _right=contribution):
    return _right(case.given_correlations, driver)


# %% 06-7-answer · rounded to three places
def contribution(correlations, driver, _right=contribution):
    return round(_right(correlations, driver), 3)


# %% 06-7-answer · all contributions in a list
def contribution(correlations, driver, _right=contribution):
    return [_right(correlations, j) for j in range(len(correlations) - 1)]


# %% 06-7-answer · the root of the contribution
def contribution(correlations, driver, _right=contribution):
    return _right(correlations, driver) ** 0.5


# %% 06-8-answer · in per cent
driver_shares = {key: 100 * value for key, value in dict(driver_shares).items()}
# %% 06-8-answer · communication and trust exchanged
driver_shares = {
    **dict(driver_shares),
    "trust": driver_shares["communication"],
    "communication": driver_shares["trust"],
}
# %% 06-8-answer · the third item of trust not turned round
_s = case.surveys


def _mean3(name):
    it = _s[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float)
    return it.mean(axis=1).where(it.notna().sum(axis=1) >= 2)


_m = case.memberships
_in = (
    _s["customer_id"].map(_m[_m["event"] == "joined"].groupby("customer_id")["since"].min())
    <= _s["answered_on"]
)
_t = pd.DataFrame(
    {
        "satisfaction": _mean3("overall_satisfaction"),
        "trust": _mean3("trust"),
        "communication": _mean3("information_satisfaction"),
        "convenience": _s["ces"].astype(float),
        "reward": _in.astype(float),
    }
)
_t["y"] = (
    _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_c = _t.dropna().corr().to_numpy()
_v = [contribution(_c, j) for j in range(5)]
driver_shares = {n: v / sum(_v) for n, v in zip(_t.columns, _v)}
# %% 06-8-answer · club members whenever they joined
_s = case.surveys


def _mean3(name):
    it = _s[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float)
    if name == "trust":
        it["trust_3"] = 8 - it["trust_3"]
    return it.mean(axis=1).where(it.notna().sum(axis=1) >= 2)


_in = _s["customer_id"].isin(case.memberships["customer_id"])
_t = pd.DataFrame(
    {
        "satisfaction": _mean3("overall_satisfaction"),
        "trust": _mean3("trust"),
        "communication": _mean3("information_satisfaction"),
        "convenience": _s["ces"].astype(float),
        "reward": _in.astype(float),
    }
)
_t["y"] = (
    _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_c = _t.dropna().corr().to_numpy()
_v = [contribution(_c, j) for j in range(5)]
driver_shares = {n: v / sum(_v) for n, v in zip(_t.columns, _v)}
# %% 06-8-answer · the index of five in place of stated loyalty
_s = case.surveys


def _mean3(name):
    it = _s[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float)
    if name == "trust":
        it["trust_3"] = 8 - it["trust_3"]
    return it.mean(axis=1).where(it.notna().sum(axis=1) >= 2)


_m = case.memberships
_in = (
    _s["customer_id"].map(_m[_m["event"] == "joined"].groupby("customer_id")["since"].min())
    <= _s["answered_on"]
)
_t = pd.DataFrame(
    {
        "satisfaction": _mean3("overall_satisfaction"),
        "trust": _mean3("trust"),
        "communication": _mean3("information_satisfaction"),
        "convenience": _s["ces"].astype(float),
        "reward": _in.astype(float),
    }
)
_t["y"] = index["index"]
_c = _t.dropna().corr().to_numpy()
_v = [contribution(_c, j) for j in range(5)]
driver_shares = {n: v / sum(_v) for n, v in zip(_t.columns, _v)}
# %% 06-8-answer · the nps question for loyalty
_s = case.surveys


def _mean3(name):
    it = _s[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float)
    if name == "trust":
        it["trust_3"] = 8 - it["trust_3"]
    return it.mean(axis=1).where(it.notna().sum(axis=1) >= 2)


_m = case.memberships
_in = (
    _s["customer_id"].map(_m[_m["event"] == "joined"].groupby("customer_id")["since"].min())
    <= _s["answered_on"]
)
_t = pd.DataFrame(
    {
        "satisfaction": _mean3("overall_satisfaction"),
        "trust": _mean3("trust"),
        "communication": _mean3("information_satisfaction"),
        "convenience": _s["ces"].astype(float),
        "reward": _in.astype(float),
        "y": _s["nps"].astype(float),
    }
)
_c = _t.dropna().corr().to_numpy()
_v = [contribution(_c, j) for j in range(5)]
driver_shares = {n: v / sum(_v) for n, v in zip(_t.columns, _v)}
# %% 06-8-answer · squared simple correlations
_s = case.surveys


def _mean3(name):
    it = _s[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float)
    if name == "trust":
        it["trust_3"] = 8 - it["trust_3"]
    return it.mean(axis=1).where(it.notna().sum(axis=1) >= 2)


_m = case.memberships
_in = (
    _s["customer_id"].map(_m[_m["event"] == "joined"].groupby("customer_id")["since"].min())
    <= _s["answered_on"]
)
_t = pd.DataFrame(
    {
        "satisfaction": _mean3("overall_satisfaction"),
        "trust": _mean3("trust"),
        "communication": _mean3("information_satisfaction"),
        "convenience": _s["ces"].astype(float),
        "reward": _in.astype(float),
    }
)
_t["y"] = (
    _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_r = _t.dropna().corr()["y"].drop("y") ** 2
driver_shares = (_r / _r.sum()).to_dict()
# %% 06-8-answer · the third item of satisfaction turned round as well
_s = case.surveys


def _mean3(name):
    it = _s[[f"{name}_{i}" for i in (1, 2, 3)]].astype(float)
    it[f"{name}_3"] = 8 - it[f"{name}_3"]
    return it.mean(axis=1).where(it.notna().sum(axis=1) >= 2)


_m = case.memberships
_in = (
    _s["customer_id"].map(_m[_m["event"] == "joined"].groupby("customer_id")["since"].min())
    <= _s["answered_on"]
)
_t = pd.DataFrame(
    {
        "satisfaction": _mean3("overall_satisfaction"),
        "trust": _mean3("trust"),
        "communication": _mean3("information_satisfaction"),
        "convenience": _s["ces"].astype(float),
        "reward": _in.astype(float),
    }
)
_t["y"] = (
    _s[["loyalty_initiative", "loyalty_repurchase", "loyalty_recommendation", "loyalty_resistance"]]
    .astype(float)
    .mean(axis=1, skipna=False)
)
_c = _t.dropna().corr().to_numpy()
_v = [contribution(_c, j) for j in range(5)]
driver_shares = {n: v / sum(_v) for n, v in zip(_t.columns, _v)}
# %% 06-9-answer · the joint share
left_of_satisfied = case.reported["satisfied_of_left"] * case.reported["left"]
# %% 06-9-answer · both shares the same
left_of_satisfied = case.reported["satisfied_of_left"]
# %% 06-9-answer · divides by who left
left_of_satisfied = case.reported["satisfied_of_left"] * case.reported["satisfied"] / case.reported["left"]
# %% 06-9-answer · who stayed of the satisfied
left_of_satisfied = 1 - left_of_satisfied
# %% 06-9-answer · independence taken for granted
left_of_satisfied = case.reported["left"]
# %% 06-9-answer · in per cent
left_of_satisfied = 100 * left_of_satisfied
# %% 06-9-answer · only the dissatisfied leave
left_of_satisfied = (
    (1 - case.reported["satisfied_of_left"]) * case.reported["left"] / (1 - case.reported["satisfied"])
)
# %% 06-9-answer · the two conditionals exchanged
conditionals = {
    "satisfied of left": conditionals["left of satisfied"],
    "left of satisfied": conditionals["satisfied of left"],
}
# %% 06-9-answer · who stays of the satisfied
conditionals = {**conditionals, "left of satisfied": 1 - conditionals["left of satisfied"]}
# %% 06-9-answer · satisfied above 4
_s, _o = case.surveys, case.orders
_it = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_sat = _it.mean(axis=1).where(_it.notna().sum(axis=1) >= 2)
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_gone = ~(_d.between(1, 365).groupby(_m["index"]).any())
_ok = _sat.notna() & (_s["answered_on"] + pd.Timedelta(days=365) <= _o["ordered_on"].max())
_a, _g = (_sat > 4)[_ok], _gone[_ok]
conditionals = {
    "satisfied of left": (_a & _g).sum() / _g.sum(),
    "left of satisfied": (_a & _g).sum() / _a.sum(),
}
# %% 06-9-answer · a missing score counts as dissatisfied
_s, _o = case.surveys, case.orders
_it = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_sat = _it.mean(axis=1).where(_it.notna().all(axis=1))
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_gone = ~(_d.between(1, 365).groupby(_m["index"]).any())
_ok = _s["answered_on"] + pd.Timedelta(days=365) <= _o["ordered_on"].max()
_a, _g = (_sat >= 4)[_ok], _gone[_ok]
conditionals = {
    "satisfied of left": (_a & _g).sum() / _g.sum(),
    "left of satisfied": (_a & _g).sum() / _a.sum(),
}
# %% 06-9-answer · the joint share in both places
_s, _o = case.surveys, case.orders
_it = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_sat = _it.mean(axis=1).where(_it.notna().sum(axis=1) >= 2)
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_gone = ~(_d.between(1, 365).groupby(_m["index"]).any())
_ok = _sat.notna() & (_s["answered_on"] + pd.Timedelta(days=365) <= _o["ordered_on"].max())
_joint = float(((_sat >= 4) & _gone)[_ok].mean())
conditionals = {"satisfied of left": _joint, "left of satisfied": _joint}
# %% 06-9-answer · years that are not over counted as gone
_s, _o = case.surveys, case.orders
_it = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_sat = _it.mean(axis=1).where(_it.notna().sum(axis=1) >= 2)
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_gone = ~(_d.between(1, 365).groupby(_m["index"]).any())
_ok = _sat.notna()
_a, _g = (_sat >= 4)[_ok], _gone[_ok]
conditionals = {
    "satisfied of left": (_a & _g).sum() / _g.sum(),
    "left of satisfied": (_a & _g).sum() / _a.sum(),
}
# %% 06-9-answer · the sign of the gap
trust_gap = -trust_gap
# %% 06-9-answer · satisfaction in place of trust
_s, _o = case.surveys, case.orders
_it = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_sat = _it.mean(axis=1).where(_it.notna().sum(axis=1) >= 2)
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_gone = ~(_d.between(1, 365).groupby(_m["index"]).any())
_ok = (_sat >= 4) & (_s["answered_on"] + pd.Timedelta(days=365) <= _o["ordered_on"].max())
trust_gap = float(_sat[_ok & ~_gone].mean() - _sat[_ok & _gone].mean())
# %% 06-9-answer · the third item of trust not turned round
_s, _o = case.surveys, case.orders
_it = _s[[f"overall_satisfaction_{i}" for i in (1, 2, 3)]].astype(float)
_sat = _it.mean(axis=1).where(_it.notna().sum(axis=1) >= 2)
_tr = _s[["trust_1", "trust_2", "trust_3"]].astype(float)
_tr = _tr.mean(axis=1).where(_tr.notna().sum(axis=1) >= 2)
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_gone = ~(_d.between(1, 365).groupby(_m["index"]).any())
_ok = (_sat >= 4) & (_s["answered_on"] + pd.Timedelta(days=365) <= _o["ordered_on"].max())
trust_gap = float(_tr[_ok & ~_gone].mean() - _tr[_ok & _gone].mean())
# %% 06-9-answer · the gap of everybody, satisfied or not
_s, _o = case.surveys, case.orders
_tr = _s[["trust_1", "trust_2", "trust_3"]].astype(float)
_tr["trust_3"] = 8 - _tr["trust_3"]
_tr = _tr.mean(axis=1).where(_tr.notna().sum(axis=1) >= 2)
_m = _s.reset_index()[["index", "customer_id", "answered_on"]].merge(
    _o[["customer_id", "ordered_on"]], on="customer_id", how="left"
)
_d = (_m["ordered_on"] - _m["answered_on"]).dt.days
_gone = ~(_d.between(1, 365).groupby(_m["index"]).any())
_ok = _s["answered_on"] + pd.Timedelta(days=365) <= _o["ordered_on"].max()
trust_gap = float(_tr[_ok & ~_gone].mean() - _tr[_ok & _gone].mean())
# %% 06-9-answer · in standard deviations
_s = case.surveys
_tr = _s[["trust_1", "trust_2", "trust_3"]].astype(float)
_tr["trust_3"] = 8 - _tr["trust_3"]
trust_gap = float(trust_gap / _tr.mean(axis=1).std() * 1.5)
# %% 06-10-answer · two measures exchanged
pulls = {**pulls, "m1": pulls["m2"], "m2": pulls["m1"]}
# %% 06-10-answer · from the word to the measure
pulls = {word: key for key, word in pulls.items()}
# %% 06-10-answer · satisfaction for everything
pulls = {key: "satisfaction" for key in case.measures}
# %% 06-10-answer · in the order of the list
pulls = (
    dict(zip(case.measures, ["prospects", "reward", "convenience", "communication", "trust", "satisfaction"]))
    if list(pulls.values())
    != ["prospects", "reward", "convenience", "communication", "trust", "satisfaction"]
    else {key: "trust" for key in case.measures}
)
# %% 06-10-answer · trying and returning exchanged
places = {
    key: {"trying": "returning", "returning": "trying"}.get(stage, stage) for key, stage in places.items()
}
# %% 06-10-answer · watching and trying exchanged
places = {
    key: {"trying": "watching", "watching": "trying"}.get(stage, stage) for key, stage in places.items()
}
# %% 06-10-answer · the ladder from its foot to its head, by number
places = {key: 5 - number for number, key in enumerate(case.people)}
# %% 06-10-answer · yes to all claims
testable = {key: "yes" for key in case.claims}
# %% 06-10-answer · no to all claims
testable = {key: "no" for key in case.claims}
# %% 06-10-answer · yes and no exchanged
testable = {key: {"yes": "no", "no": "yes"}[word] for key, word in dict(testable).items()}
# %% 06-10-answer · only claims with a number can be tested
testable = {
    key: "yes" if any(sign.isdigit() for sign in claim) else "no" for key, claim in case.claims.items()
}
