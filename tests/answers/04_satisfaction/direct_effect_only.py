# about = "counts the direct path only, also when the programmes are compared"
# kind = "mistake"
# lost = {"5" = 10, "6" = 5}
# says = {"5" = "This counts only the direct path", "6" = "These use direct effects only"}
# %% 04-5-answer
def total_effect(paths, factor):
    return paths.get(f"{factor} -> overall_satisfaction", 0.0)


# %% 04-6-answer
gains = {
    name: total_effect(case.given_paths, each["factor"]) * each["push"] / (each["cost"] / 100_000)
    for name, each in case.programmes.items()
}
best = rm.satisfaction.model.CONSTRUCTS and max(
    case.programmes,
    key=lambda name: (
        {
            "performance": sum(
                case.given_paths[f"performance -> {c}"]
                * case.given_paths[f"{c} -> {s}"]
                * case.given_paths[f"{s} -> overall_satisfaction"]
                for c in ("desires_congruency", "expectations_congruency")
                for s in ("attribute_satisfaction", "information_satisfaction")
            ),
            "desires_congruency": sum(
                case.given_paths[f"desires_congruency -> {s}"]
                * case.given_paths[f"{s} -> overall_satisfaction"]
                for s in ("attribute_satisfaction", "information_satisfaction")
            ),
            "information_satisfaction": case.given_paths["information_satisfaction -> overall_satisfaction"],
        }[case.programmes[name]["factor"]]
        * case.programmes[name]["push"]
        / case.programmes[name]["cost"]
    ),
)
