# about = "forgets to turn the reversed items round; everything after it uses those scores"
# kind = "mistake"
# lost = {"1" = 3, "2" = 3, "3" = [5, 7], "9" = [4, 8]}
# says = {"1" = "Two items are worded the other way round", "2" = "A reversed item works against its neighbours", "3" = "These paths come from scores whose reversed items"}
# %% 04-1-answer
answers = case.surveys.astype(
    {name: float for name in case.surveys.columns if name[-2:] in ("_1", "_2", "_3")}
)
constructs = [
    *["desires", "performance", "expectations", "desires_congruency", "expectations_congruency"],
    *["attribute_satisfaction", "information_satisfaction", "overall_satisfaction", "trust"],
]
scores = pd.DataFrame(index=answers.index)
for construct in constructs:
    three = answers[[f"{construct}_{number}" for number in (1, 2, 3)]]
    scores[construct] = three.mean(axis=1).where(three.notna().sum(axis=1) >= 2)
