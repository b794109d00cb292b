# about = "takes what each driver adds last for its share, and one half for chance"
# kind = "mistake"
# lost = {"7" = 6, "8" = 3}
# says = {"7" = "This is what each adds when it comes last", "8" = "Chance is not one half"}
# %% 05-7-answer
E = case.explained
names = ["reliability", "responsiveness", "assurance"]
whole = E[" + ".join(names)]
shares = {name: whole - E[" + ".join(other for other in names if other != name)] for name in names}
# %% 05-8-answer
equal = (case.ratings["first"] == case.ratings["second"]).mean()
agreement = {"equal": equal, "kappa": (equal - 0.5) / 0.5}
