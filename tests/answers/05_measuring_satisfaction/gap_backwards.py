# about = "takes expectation less perception, and so the best dimension for the worst"
# kind = "mistake"
# lost = {"4" = 4}
# says = {"4" = "The gap is perception less expectation", "4 worst" = "There the most was got"}
# %% 05-4-answer
gaps = rm.survey.model.gap_table(case.servqual)[["expectation", "perception"]]
gaps["gap"] = gaps["expectation"] - gaps["perception"]
worst = gaps["gap"].idxmin()
