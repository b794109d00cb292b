# about = "swaps precision and recall, and takes the threshold with fewest mistakes"
# kind = "mistake"
# lost = {"8" = [4, 8]}
# says = {"8" = "Precision and recall are under each other's name"}
# %% 10-8-answer
major, chance = case.triaged["severity"] == "major", case.triaged["chance_major"]
called = chance >= 0.5
quality = {"recall": major[called].mean(), "precision": called[major].mean()}
errors = {at: ((chance >= at) != major).sum() for at in np.arange(1, 20) / 20}
best = min(errors, key=errors.get)
called = chance >= best
cost = case.costs["missed"] * (major & ~called).sum() + case.costs["called"] * (~major & called).sum()
cheapest = {"threshold": best, "cost": cost}
