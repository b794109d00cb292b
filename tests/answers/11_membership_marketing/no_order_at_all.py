# about = "takes only the last year's rewards off the oldest points, and forgets what a point is worth"
# kind = "mistake"
# lost = {"1" = 8, "4" = 5}
# says = {"1" = "Only the last year's rewards are taken off", "4" = "The value of a point is missing"}
# %% 11-1-answer
def expiry(earned, burned, years):
    return max(0, earned[len(earned) - years] - burned[-1]) if len(earned) >= years else 0


# %% 11-2-answer
ledger = case.ledger
expired = rm.membership.model.expiry_due(ledger, 2)[[2023, 2024]].set_axis(
    ["at_end_2023", "at_end_2024"], axis=1
)
# %% 11-4-answer
sale = case.sale
alone = sale["points"] * sale["redemption"]
deferred = sale["sales"] * alone / (sale["sales"] + alone)
split = {"goods": sale["sales"] - deferred, "points": deferred}
so_far = np.cumsum(case.redeemed)
cumulative = 10_000 * so_far / np.array(case.expected)
schedule = pd.DataFrame(
    {"revenue": np.diff(cumulative, prepend=0), "liability": 10_000 - cumulative}, index=[1, 2, 3]
)
change = cumulative[2] - 10_000 * so_far[2] / case.expected[1]
