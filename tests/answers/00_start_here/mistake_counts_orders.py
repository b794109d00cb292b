# about = "takes rows of orders for people, before and after the link"
# kind = "mistake"
# lost = {"3" = 3}
# says = {"3" = "This counts orders: a row of orders is one order", "3 consent" = "This counts orders: after the link"}
# %% 00-3-answer
buyers = len(case.orders)
may_write = case.orders.merge(case.customers, on="customer_id")["consent"].sum()
