# about = "an object that can be called where a function belongs"
# told = []
# %% 07-2-answer
class Value:
    def __call__(self, margin, annual_retention, annual_discount_rate, first_margin):
        at_once = margin * (1 + annual_discount_rate) / (1 + annual_discount_rate - annual_retention)
        return at_once if first_margin == "start" else at_once - margin


clv = Value()
