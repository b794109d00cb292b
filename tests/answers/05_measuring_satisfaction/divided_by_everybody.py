# about = "divides Kano's coefficients by everybody, reverse and questionable included"
# kind = "mistake"
# lost = {"5" = [2, 4]}
# says = {"5 coefficients" = "Divide by those under A, O, M and I only"}
# %% 05-5-answer
def kano(functional, dysfunctional):
    return rm.survey.model.kano_class(functional, dysfunctional)


counts = rm.survey.model.kano_counts(case.kano)
classes = counts.idxmax(axis=1).to_dict()
mine = counts.loc[case.feature]
coefficients = {"better": (mine["A"] + mine["O"]) / 120, "worse": -(mine["O"] + mine["M"]) / 120}
