# about = "expects every point to be redeemed"
# kind = "mistake"
# lost = {"4" = 5}
# says = {"4" = "The price of a point is its value times the share expected to be redeemed"}
# %% 11-4-answer
sale = case.sale
alone = sale["points"] * sale["value"]
deferred = sale["sales"] * alone / (sale["sales"] + alone)
split = {"goods": sale["sales"] - deferred, "points": deferred}
so_far = np.cumsum(case.redeemed)
cumulative = 10_000 * so_far / np.array(case.expected)
schedule = pd.DataFrame(
    {"revenue": np.diff(cumulative, prepend=0), "liability": 10_000 - cumulative}, index=[1, 2, 3]
)
change = cumulative[2] - 10_000 * so_far[2] / case.expected[1]
