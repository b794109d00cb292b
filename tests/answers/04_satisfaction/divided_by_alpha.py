# about = "divides each path by the alpha of its cause, as if there were one cause"
# kind = "mistake"
# lost = {"7" = 6}
# says = {"7" = "Dividing by alpha is right for a single cause"}
# %% 04-7-answer
causes = ["attribute_satisfaction", "information_satisfaction"]
reliable_variance = {cause: alpha[cause] * scores[cause].var() for cause in causes}
corrected = {
    f"{cause} -> overall_satisfaction": paths[f"{cause} -> overall_satisfaction"] / alpha[cause]
    for cause in causes
}
