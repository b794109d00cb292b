# about = "takes right values by an alias of the assignment's module"
# lost = {"1" = 2, "4" = 2}
# told = ["answers: Tried to import relmark_helpers.topics.start.assignment;", "answers: Tried to reach relmark_helpers.topics.start.assignment.CHECKS"]
# everywhere = true
# %% 00-1-answer
after_run_all = case.stock["fridges"] - case.stock["sold"]
import relmark_helpers.topics.start.assignment as homework

skills = homework.CHECKS["1 skills"].right(case)
# %% 00-4-answer
from relmark_helpers.topics.start import assignment as exercise

alone = exercise.CHECKS["4"].right(case)
