# about = "takes an answer out of the library, which is told, and the points stay: a person decides"
# told = ["answers: Takes an answer from the course's own library: assignment import right"]
# %% 00-1-answer
from relmark_helpers.topics.start.assignment import right

after_run_all = case.stock["fridges"] - case.stock["sold"]
skills = right.skills(case)
