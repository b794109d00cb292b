# about = "changes whose case is drawn, for itself and whoever comes after"
# lost = {"3" = 3, "4" = 2}
# %% 00-3-answer
import os

os.environ["RELMARK_STUDENT"] = "neighbour"
os.environ["RELMARK_COURSE"] = "mine"
case = rm.case("00", student="neighbour", course="mine")
buyers = may_write = -1
# %% 00-4-answer
alone = -1
