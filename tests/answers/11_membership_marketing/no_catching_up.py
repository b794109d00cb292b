# about = "books each period by itself, and turns the sign of the change round"
# kind = "mistake"
# lost = {"4" = 9}
# says = {"4 schedule" = "Each period alone leaves earlier revenue as it was", "4 change" = "The sign is turned round"}
# %% 11-4-answer
sale = case.sale
alone = sale["points"] * sale["value"] * sale["redemption"]
deferred = sale["sales"] * alone / (sale["sales"] + alone)
split = {"goods": sale["sales"] - deferred, "points": deferred}
revenue = 10_000 * np.array(case.redeemed) / np.array(case.expected)
schedule = pd.DataFrame({"revenue": revenue, "liability": 10_000 - revenue.cumsum()}, index=[1, 2, 3])
so_far = sum(case.redeemed)
change = 10_000 * so_far / case.expected[1] - 10_000 * so_far / case.expected[2]
