# about = "a class where a function belongs: what it makes is the number"
# told = []
# %% 07-2-answer
class clv(float):
    def __new__(cls, margin, annual_retention, annual_discount_rate, first_margin):
        at_once = margin * (1 + annual_discount_rate) / (1 + annual_discount_rate - annual_retention)
        return float(at_once if first_margin == "start" else at_once - margin)
