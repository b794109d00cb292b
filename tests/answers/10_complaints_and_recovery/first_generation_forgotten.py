# about = "counts the second generation alone, and lets the wish to tell never fade"
# kind = "mistake"
# lost = {"7" = 6}
# says = {"7" = "The first generation has heard it too", "7 function" = "The wish to tell does not fade here"}
# %% 10-7-answer
story = case.story
heard = story["first"] * story["retold"] * story["second"] * (1 - story["overlap"])
retelling = (story["total"] / story["first"] - 1) / (story["second"] * (1 - story["overlap"]))


def people(first, second, retold, fades, generations):
    return sum(first * (retold * second) ** number for number in range(generations))
