# about = "takes points for per cent and the reverse"
# kind = "mistake"
# lost = {"5" = 10}
# says = {"5" = "Points and per cent are the other way round"}
# %% 07-5-answer
gains, in_band = {}, {}
for name, each in case.businesses.items():
    before, rate = each["annual_churn"], each["annual_discount_rate"]
    for measure, after in {"points": before * 0.95, "per cent": before - 0.05}.items():
        gains[f"{name}, {measure}"] = (rate + before) / (rate + after) - 1
    in_band[name] = "yes" if 0.25 <= gains[f"{name}, points"] <= 0.85 else "no"
