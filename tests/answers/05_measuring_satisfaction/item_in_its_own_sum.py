# about = "correlates each item with a sum that holds it"
# kind = "mistake"
# lost = {"3" = 5}
# says = {"3" = "The sum holds the item itself"}
# %% 05-3-answer
scale = case.scale.astype(float)
scale[case.turned] = 8 - scale[case.turned]


def cronbach(items):
    k = items.shape[1]
    return k / (k - 1) * (1 - items.var().sum() / items.sum(axis=1).var())


item_total = {name: scale[name].corr(scale.sum(axis=1)) for name in scale}
drop = min(item_total, key=item_total.get)
interval = rm.survey.model.alpha_interval(cronbach(scale), len(scale), 6)
alpha = {"alpha": interval.value, "low": interval.low, "high": interval.high}
alpha["without"] = cronbach(scale.drop(columns=drop))
