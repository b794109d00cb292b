# about = "knows one formula only, the first margin after a year"
# kind = "mistake"
# lost = {"2" = 6}
# says = {"2" = "With first_margin="}
# %% 07-2-answer
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    return margin * annual_retention / (1 + annual_discount_rate - annual_retention)
