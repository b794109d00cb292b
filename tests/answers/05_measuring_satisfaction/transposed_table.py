# about = "uses the misprinted, transposed evaluation table"
# kind = "mistake"
# lost = {"5" = [10, 12]}
# says = {"5" = "Your table is transposed", "5 classes" = "These come from the transposed table"}
# %% 05-5-answer
rows = {"like": "QAAAO", "must-be": "RIIIM", "neutral": "RIIIM", "live-with": "RIIIM", "dislike": "RRRRQ"}


def kano(functional, dysfunctional):
    return rows[dysfunctional][list(rows).index(functional)]


letters = [kano(f, d) for f, d in zip(case.kano["functional"], case.kano["dysfunctional"])]
counts = pd.crosstab(case.kano["feature"], pd.Series(letters)).reindex(columns=list("MOAIRQ"), fill_value=0)
classes = counts.idxmax(axis=1).to_dict()
mine = counts.loc[case.feature]
base = mine[list("MOAI")].sum()
coefficients = {"better": (mine["A"] + mine["O"]) / base, "worse": -(mine["O"] + mine["M"]) / base}
