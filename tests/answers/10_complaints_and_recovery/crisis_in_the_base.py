# about = "takes the weeks to be judged into the mean, and a bell curve for the counts"
# kind = "mistake"
# lost = {"9" = [4, 6]}
# says = {"9" = "The weeks that are to be judged are in the mean", "9 alarms" = "This is the tail of a bell curve"}
# %% 10-9-answer
from scipy.stats import norm

usual = case.weeks.mean()
limit = usual + 3 * usual**0.5
base = case.weeks.iloc[:52].mean()
alarms = (case.weeks.iloc[52:] > base + 3 * base**0.5).sum()
warning = {"false alarm": norm.sf(3), "alarms": alarms}
