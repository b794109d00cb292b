# about = "leaves the negatively worded items of SERVQUAL as they are"
# kind = "mistake"
# lost = {"4" = [5, 7]}
# says = {"4" = "Items 10–13 and 18–22 are worded negatively"}
# %% 05-4-answer
means = case.servqual.astype(float).mean()
ranges = {
    "tangibles": (1, 5),
    "reliability": (5, 10),
    "responsiveness": (10, 14),
    "assurance": (14, 18),
    "empathy": (18, 23),
}
gaps = pd.DataFrame(
    {
        name: [np.mean([means[f"{side}{n}"] for n in range(*ends)]) for side in "ep"]
        for name, ends in ranges.items()
    },
    index=["expectation", "perception"],
).T
gaps["gap"] = gaps["perception"] - gaps["expectation"]
worst = gaps["gap"].idxmin()
