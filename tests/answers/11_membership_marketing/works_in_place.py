# about = "an expiry that works in its own lists, an interval with continuity correction, values by label"
# kind = "right"
# %% 11-1-answer
def expiry(earned, burned, years):
    due = 0
    for last in range(len(earned)):
        for place in range(max(0, last - years + 1), last + 1):
            taken = min(burned[last], earned[place])
            earned[place] -= taken
            burned[last] -= taken
        oldest = last - years + 1
        due = earned[oldest] if oldest >= 0 else 0
        if oldest >= 0:
            earned[oldest] = 0
    return due


# %% 11-6-answer
n0, n1 = case.cards["plain"], case.cards["head_start"]
x0, x1 = case.cards["done_plain"], case.cards["done_head_start"]
p0, p1, pooled = x0 / n0, x1 / n1, (x0 + x1) / (n0 + n1)
cards = {
    "difference": p1 - p0,
    "z": (p1 - p0) / np.sqrt(pooled * (1 - pooled) * (1 / n0 + 1 / n1)),
    "odds_ratio": x1 * (n0 - x0) / (x0 * (n1 - x1)),
}
reach = 1.96 * np.sqrt(p0 * (1 - p0) / n0 + p1 * (1 - p1) / n1) + (1 / n0 + 1 / n1) / 2
interval = {"low": round(p1 - p0 - reach, 3), "high": round(p1 - p0 + reach, 3)}
