# about = "follows one route and forgets the others"
# kind = "mistake"
# lost = {"5" = 10}
# says = {"5" = "This follows one route"}
# %% 04-5-answer
def every_route(paths, factor):
    if factor == "overall_satisfaction":
        return 1.0
    arrows = [key.split(" -> ")[1] for key in paths if key.startswith(f"{factor} -> ")]
    return sum(paths[f"{factor} -> {effect}"] * every_route(paths, effect) for effect in arrows)


def total_effect(paths, factor):
    product = 1.0
    while factor != "overall_satisfaction":
        key = next(key for key in paths if key.startswith(f"{factor} -> "))
        product *= paths[key]
        factor = key.split(" -> ")[1]
    return product


# %% 04-6-answer
gains = {
    name: every_route(case.given_paths, each["factor"]) * each["push"] / (each["cost"] / 100_000)
    for name, each in case.programmes.items()
}
best = max(gains, key=gains.get)
