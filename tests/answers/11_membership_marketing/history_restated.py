# about = "uses the new estimate from the first period on"
# kind = "mistake"
# lost = {"4" = 9}
# says = {"4 schedule" = "You used the new estimate from period 1 on"}
# %% 11-4-answer
sale = case.sale
alone = sale["points"] * sale["value"] * sale["redemption"]
deferred = sale["sales"] * alone / (sale["sales"] + alone)
split = {"goods": sale["sales"] - deferred, "points": deferred}
so_far = np.cumsum(case.redeemed)
cumulative = 10_000 * so_far / case.expected[2]
schedule = pd.DataFrame(
    {"revenue": np.diff(cumulative, prepend=0), "liability": 10_000 - cumulative}, index=[1, 2, 3]
)
change = cumulative[2] - 10_000 * so_far[2] / case.expected[1]
