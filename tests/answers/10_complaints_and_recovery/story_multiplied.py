# about = "multiplies as the saying does, forgets the overlap, and gives the last generation alone"
# kind = "mistake"
# lost = {"7" = 8}
# says = {"7" = "This multiplies as the saying does", "7 needed" = "This would do if nobody had heard it before", "7 function" = "This is the last generation"}
# %% 10-7-answer
story = case.story
heard = story["first"] * story["second"]
retelling = (story["total"] / story["first"] - 1) / story["second"]


def people(first, second, retold, fades, generations):
    new = first
    for number in range(generations - 1):
        new = new * retold * fades**number * second
    return new
