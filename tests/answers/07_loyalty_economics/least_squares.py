# about = "fits the curve by least squares, and projects the mean churn and the first year's"
# kind = "mistake"
# lost = {"6" = [11, 12]}
# says = {"6" = "This fits the curve by least squares", "6 constant" = "This keeps the first year's retention for ever"}
# %% 07-6-answer
from scipy.optimize import least_squares

seen = case.retention["survival"].to_numpy()[: case.fitted_years + 1]
t = np.arange(1, len(seen))


def miss(logs):
    alpha, beta = np.exp(logs)
    return np.cumprod((beta + t - 1) / (alpha + beta + t - 1)) - seen[1:]


alpha, beta = np.exp(least_squares(miss, [0.0, 0.0]).x)
fit = {"alpha": alpha, "beta": beta}
stay_12_years = (beta / (alpha + beta)) ** 12
stay_12_constant = seen[1] ** 12
