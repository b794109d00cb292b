# about = "takes the two timings of the first margin for one another"
# kind = "mistake"
# lost = {"2" = 10}
# says = {"2" = "The two timings are the other way round"}
# %% 07-2-answer
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    first = annual_retention if first_margin == "start" else 1 + annual_discount_rate
    return margin * first / (1 + annual_discount_rate - annual_retention)
