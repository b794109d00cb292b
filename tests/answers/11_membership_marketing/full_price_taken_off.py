# about = "takes the full price of the points off the sale"
# kind = "mistake"
# lost = {"4" = 5}
# says = {"4" = "You took the points' full price off"}
# %% 11-4-answer
sale = case.sale
deferred = sale["points"] * sale["value"] * sale["redemption"]
split = {"goods": sale["sales"] - deferred, "points": deferred}
so_far = np.cumsum(case.redeemed)
cumulative = 10_000 * so_far / np.array(case.expected)
schedule = pd.DataFrame(
    {"revenue": np.diff(cumulative, prepend=0), "liability": 10_000 - cumulative}, index=[1, 2, 3]
)
change = cumulative[2] - 10_000 * so_far[2] / case.expected[1]
