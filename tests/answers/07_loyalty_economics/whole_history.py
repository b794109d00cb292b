# about = "counts every order of the cohort, also those after two years"
# kind = "mistake"
# lost = {"3" = [5, 10]}
# says = {"3" = "Count the first 730 days of each customer only"}
# %% 07-3-answer
orders = case.orders
first = orders.groupby("customer_id")["ordered_on"].transform("min")
orders["days"] = (orders["ordered_on"] - first).dt.days
orders["paid"] = orders["profit"] / (1 + case.annual_discount_rate) ** (orders["days"] / 365)
by_customer = orders.groupby("customer_id")["paid"].sum()
reach = 1.96 * by_customer.std() / len(by_customer) ** 0.5
value = {"mean": by_customer.mean(), "low": by_customer.mean() - reach, "high": by_customer.mean() + reach}
