# about = "puts an empty case of its own in place of the one that was drawn"
# kind = "hostile"
# lost = {"3" = 3, "4" = 2}
# %% 00-3-answer
from types import SimpleNamespace

case = SimpleNamespace(customers=case.customers.iloc[:0], orders=case.orders.iloc[:0])
buyers = 0
may_write = 0
# %% 00-4-answer
alone = 0
