# about = "forgets to discount, in the formula, in the cohort and for the three businesses"
# kind = "mistake"
# lost = {"2" = 10, "3" = [5, 10], "5" = [6, 10]}
# says = {"2" = "This is the value without discounting", "3" = "This is the value without discounting", "5" = "These are gains in lifetime"}
# %% 07-2-answer
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    at_once = margin / (1 - annual_retention)
    return at_once if first_margin == "start" else at_once - margin


# %% 07-3-answer
orders = case.orders
first = orders.groupby("customer_id")["ordered_on"].transform("min")
by_customer = orders[(orders["ordered_on"] - first).dt.days < 730].groupby("customer_id")["profit"].sum()
reach = 1.96 * by_customer.std() / len(by_customer) ** 0.5
value = {"mean": by_customer.mean(), "low": by_customer.mean() - reach, "high": by_customer.mean() + reach}
# %% 07-5-answer
gains, in_band = {}, {}
for name, each in case.businesses.items():
    before = each["annual_churn"]
    gains[f"{name}, points"] = before / (before - 0.05) - 1
    gains[f"{name}, per cent"] = 1 / 0.95 - 1
    in_band[name] = "yes" if 0.25 <= gains[f"{name}, points"] <= 0.85 else "no"
