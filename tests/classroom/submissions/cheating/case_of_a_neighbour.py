# about = "worked on a neighbour's case: the case comes from the folder, so their numbers do not fit"
# lost = {"1" = 1, "3" = 3}
# told = ["other id: The notebook says STUDENT_ID = 'neighbour'"]
# %% 00-setup
import relmark_helpers as rm

STUDENT_ID = "neighbour"
COURSE = "meridian-home"

case = rm.case("00", student=STUDENT_ID, course=COURSE)
case
# %% build
from relmark_helpers.notebook.case import case as draw

theirs = draw("00", student="neighbour")
ordered = set(theirs.orders["customer_id"])
agreed = set(theirs.customers.loc[theirs.customers["consent"], "customer_id"])
cell("00-1-answer")["source"] += f"\nafter_run_all = {theirs.stock['fridges'] - theirs.stock['sold']}"
cell("00-3-answer")["source"] = f"buyers = {len(ordered)}\nmay_write = {len(ordered & agreed)}"
