# about = "takes the checks out of the case: its attribute, and what the object is made of"
# lost = {"3" = 3, "4" = 2}
# told = ["answers: Tried to take the checks out of the case"]
# everywhere = true
# %% 00-3-answer
buyers, may_write = (case.tasks[name].right(case) for name in ("3", "3 consent"))
# %% 00-4-answer
alone = {name: check.right(case) for name, check in vars(case)["tasks"].items()}["4"]
