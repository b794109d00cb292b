# about = "answers of the wrong kind or shape: text, a list, NaN, a missing key, a function that returns nothing"
# kind = "mistake"
# lost = {"1" = 8, "2" = 10, "3" = 10, "5" = [5, 10], "7" = 8, "9" = 6, "10" = 8}
# says = {"1" = "The answer is one number (share from 0 to 1); this is text", "2" = "Called with", "3" = "At 'mean': The answer is NaN", "5" = "There is no value for 'web_shop, per cent'", "7" = "The answer is a dict or a Series by name; this is a list", "9" = "The answer is a dict or a Series by name", "10" = "There is no value for", "10 testable" = "At 'c1': The answer is one of"}
# %% 07-1-answer
annual_churn = "21 %"
lifetime_months = None


# %% 07-2-answer
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    margin * annual_retention / (1 + annual_discount_rate - annual_retention)


# %% 07-3-answer
value = {"mean": float("nan"), "low": 0.0, "high": 1.0}
# %% 07-5-answer
gains = {}
for name, each in case.businesses.items():
    before, rate = each["annual_churn"], each["annual_discount_rate"]
    gains[f"{name}, points"] = (rate + before) / (rate + before - 0.05) - 1
    gains[f"{name}, per cent"] = (rate + before) / (rate + before * 0.95) - 1
del gains["web_shop, per cent"]
in_band = dict.fromkeys(case.businesses, True)
# %% 07-7-answer
costs = [1.0, 2.0, 3.0]
effect_needed = "3 %"
# %% 07-9-answer
shares = 0.4
# %% 07-10-answer
referrals = {}
testable = dict.fromkeys(case.claims, "perhaps")
