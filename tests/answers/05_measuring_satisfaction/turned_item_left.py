# about = "forgets to turn the item that is worded the other way round, and drops it"
# kind = "mistake"
# lost = {"3" = 14}
# says = {"3" = "One item is worded the other way round", "3 alpha" = "One item works against the others"}
# %% 05-3-answer
scale = case.scale.astype(float)


def cronbach(items):
    k = items.shape[1]
    return k / (k - 1) * (1 - items.var().sum() / items.sum(axis=1).var())


item_total = {name: scale[name].corr(scale.drop(columns=name).sum(axis=1)) for name in scale}
drop = min(item_total, key=item_total.get)
interval = rm.survey.model.alpha_interval(cronbach(scale), len(scale), 6)
alpha = {"alpha": interval.value, "low": interval.low, "high": interval.high}
alpha["without"] = cronbach(scale.drop(columns=drop))
