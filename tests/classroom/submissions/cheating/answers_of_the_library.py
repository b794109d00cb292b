# about = "takes an answer out of the library, where it is not, and which is told"
# lost = {"1" = 3}
# told = ["answers: Tried to import relmark_helpers.topics.start.assignment"]
# everywhere = true
# %% 00-1-answer
from relmark_helpers.topics.start.assignment import right

after_run_all = case.stock["fridges"] - case.stock["sold"]
skills = right.skills(case)
