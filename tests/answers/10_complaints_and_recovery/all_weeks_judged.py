# about = "counts alarms in the base too, and regresses without a constant"
# kind = "mistake"
# lost = {"5" = 6, "9" = 2}
# says = {"5" = "This regression has no constant", "9 alarms" = "“alarms” holds weeks of the base"}
# %% 10-5-answer
names = ["distributive", "procedural", "interactional"]
slopes = np.linalg.lstsq(case.rated[names].to_numpy(), case.rated["satisfaction"], rcond=None)[0]
justice = dict(zip(names, slopes / slopes.sum()))
# %% 10-9-answer
from scipy.stats import poisson

usual = case.weeks.iloc[:52].mean()
limit = usual + 3 * np.sqrt(usual)
warning = {"false alarm": 1 - poisson.cdf(limit, usual), "alarms": (case.weeks > limit).sum()}
