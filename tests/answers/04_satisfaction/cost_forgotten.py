# about = "compares the programmes without their cost"
# kind = "mistake"
# lost = {"6" = 5}
# says = {"6" = "This is what each programme brings in all"}
# %% 04-6-answer
gains = {
    name: total_effect(case.given_paths, each["factor"]) * each["push"]
    for name, each in case.programmes.items()
}
best = max(gains, key=lambda name: gains[name] / case.programmes[name]["cost"])
