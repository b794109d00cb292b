# about = "takes the spread of customers for the error of their mean"
# kind = "mistake"
# lost = {"3" = 5}
# says = {"3" = "This is the spread of customers"}
# %% 07-3-answer
orders = case.orders
first = orders.groupby("customer_id")["ordered_on"].transform("min")
orders["days"] = (orders["ordered_on"] - first).dt.days
orders["paid"] = orders["profit"] / (1 + case.annual_discount_rate) ** (orders["days"] / 365)
by_customer = orders[orders["days"] < 730].groupby("customer_id")["paid"].sum()
reach = 1.96 * by_customer.std()
value = {"mean": by_customer.mean(), "low": by_customer.mean() - reach, "high": by_customer.mean() + reach}
