# about = "an empty case in place of one's own, on which nobody bought and nobody is alone"
# lost = {"3" = 3, "4" = 2}
# %% 00-3-answer
from types import SimpleNamespace

case = SimpleNamespace(customers=case.customers.iloc[:0], orders=case.orders.iloc[:0])
buyers = may_write = 0
# %% 00-4-answer
alone = 0
