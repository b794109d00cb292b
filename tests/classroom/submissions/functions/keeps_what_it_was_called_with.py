# about = "a right function that keeps its arguments, and cells after the tests that show them in every way"
# hides = "KEPT-["
# told = []
# %% 07-2-answer
import threading
import time

kept, wanted = [], threading.Event()


def later():
    time.sleep(0.3)
    print(f"KEPT-{kept}")


def clv(margin, annual_retention, annual_discount_rate, first_margin):
    kept.append(margin)
    at_once = margin * (1 + annual_discount_rate) / (1 + annual_discount_rate - annual_retention)
    return at_once if first_margin == "start" else at_once - margin


threading.Thread(target=later, daemon=True).start()
# %% before 07-9-answer
print(f"KEPT-{kept}")
# %% before 07-9-answer
raise ValueError(f"KEPT-{kept}")
# %% 07-9-answer
from IPython.display import HTML, display

panel = case.panel
ours = panel[panel["own"] > 0]
shares = {
    "market_share": panel["own"].sum() / panel["category"].sum(),
    "penetration": len(ours) / len(panel),
    "share_of_customer": ours["own"].sum() / ours["category"].sum(),
}
display(HTML(f"KEPT-{kept}"))
type(f"KEPT-{kept}", (), {})
# %% last
time.sleep(0.4)
f"KEPT-{kept}"
