# about = "averages the truth over all customers, and the shares over members without their rewards"
# kind = "mistake"
# lost = {"8" = 5}
# says = {"8" = "This is averaged over all customers", "8 anyway" = "Every member counts alike here"}
# %% 11-8-answer
worlds = case.worlds
truth = (worlds["after"] - worlds["without"]).mean()
takers = worlds[worlds["rewards"] > 0]
given_away = {
    "share": (takers["spent_without"] / takers["spent_with"]).clip(upper=1).mean(),
    "per_extra": 0.02 * worlds["rewards"].sum() / (worlds["spent_with"] - worlds["spent_without"]).sum(),
}
