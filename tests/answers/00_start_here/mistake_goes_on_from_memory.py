# about = "thinks that a restarted kernel goes on where the old one stopped"
# kind = "mistake"
# lost = {"1" = 1}
# says = {"1" = "A restarted kernel remembers nothing"}
# %% 00-1-answer
from relmark_helpers.topics.start.assignment import right

after_run_all = case.stock["fridges"] - (case.stock["times"] + 1) * case.stock["sold"]
skills = right.skills(case)
