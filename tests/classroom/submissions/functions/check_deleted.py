# about = "a right function that has numpy warn once, and no check that would have met the warning"
# told = []
# %% 07-2-answer
import numpy as np


def clv(margin, annual_retention, annual_discount_rate, first_margin):
    np.array([1.0]) / np.array([0.0])
    at_once = margin * (1 + annual_discount_rate) / (1 + annual_discount_rate - annual_retention)
    return at_once if first_margin == "start" else at_once - margin
# %% build
cells.remove(cell("07-2-check"))
