# about = "warnings in an answer cell cost nothing"
# shows = "be careful"
# %% before 00-3-answer
import sys
import warnings

warnings.warn("be careful")
print("be careful", file=sys.stderr)
# %% 00-3-answer
import sys
import warnings

bought = case.customers["customer_id"].isin(case.orders["customer_id"])
buyers = bought.sum()
may_write = (bought & case.customers["consent"]).sum()
warnings.warn("be careful", FutureWarning)
print("to stderr", file=sys.stderr)
