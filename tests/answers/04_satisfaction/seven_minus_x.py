# about = "turns a reversed item into 7 - x"
# kind = "mistake"
# lost = {"1" = 3}
# says = {"1" = "On a scale from 1 to 7 an answer x turned round is not 7"}
# %% 04-1-answer
answers = case.surveys.astype(
    {name: float for name in case.surveys.columns if name[-2:] in ("_1", "_2", "_3")}
)
for reversed_item in ["expectations_congruency_3", "trust_3"]:
    answers[reversed_item] = 7 - answers[reversed_item]
constructs = [
    *["desires", "performance", "expectations", "desires_congruency", "expectations_congruency"],
    *["attribute_satisfaction", "information_satisfaction", "overall_satisfaction", "trust"],
]
scores = pd.DataFrame(index=answers.index)
for construct in constructs:
    three = answers[[f"{construct}_{number}" for number in (1, 2, 3)]]
    scores[construct] = three.mean(axis=1).where(three.notna().sum(axis=1) >= 2)
