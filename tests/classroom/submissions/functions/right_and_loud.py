# about = "a right function that warns, logs, writes to standard error and shows errors and numbers as it is called"
# told = []
# %% 07-2-answer
import logging
import sys
import warnings

from IPython.display import display

calls = []
shell = get_ipython()


def clv(margin, annual_retention, annual_discount_rate, first_margin):
    calls.append(margin)
    warnings.warn(f"call {len(calls)}")
    logging.warning("call %s", len(calls))
    print("call", len(calls), file=sys.stderr)
    print(len(calls))
    display(0)
    shell.run_cell("1 / 0")
    shell.run_cell("0")
    at_once = margin * (1 + annual_discount_rate) / (1 + annual_discount_rate - annual_retention)
    return at_once if first_margin == "start" else at_once - margin
