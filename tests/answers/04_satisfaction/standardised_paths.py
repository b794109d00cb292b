# about = "gives standardised paths where points per point are asked for"
# kind = "mistake"
# lost = {"3" = [4, 14]}
# says = {"3" = "These are standardised paths"}
# %% 04-3-answer
import statsmodels.formula.api as smf

equations = {
    "desires_congruency": ["desires", "performance"],
    "expectations_congruency": ["expectations", "performance"],
    "attribute_satisfaction": ["desires_congruency", "expectations_congruency"],
    "information_satisfaction": ["desires_congruency", "expectations_congruency"],
    "overall_satisfaction": ["attribute_satisfaction", "information_satisfaction"],
}
fits = {
    effect: smf.ols(f"{effect} ~ {' + '.join(causes)}", scores).fit() for effect, causes in equations.items()
}
paths = {}
for effect, causes in equations.items():
    rows = scores[[effect, *causes]].dropna()
    for cause in causes:
        paths[f"{cause} -> {effect}"] = fits[effect].params[cause] * rows[cause].std() / rows[effect].std()
