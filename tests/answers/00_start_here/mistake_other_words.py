# about = "answers one situation with a word of its own"
# kind = "mistake"
# lost = {"1" = 2}
# says = {"1 skills" = "At 's1': The answer is one of 'importance'"}
# %% 00-1-answer
from relmark_helpers.topics.start.assignment import right

after_run_all = case.stock["fridges"] - case.stock["sold"]
skills = right.skills(case) | {"s1": "loyalty"}
