# about = "a right function that prints three megabytes at each call"
# told = []
# %% 07-2-answer
def clv(margin, annual_retention, annual_discount_rate, first_margin):
    print("x" * 3_000_000)
    at_once = margin * (1 + annual_discount_rate) / (1 + annual_discount_rate - annual_retention)
    return at_once if first_margin == "start" else at_once - margin
