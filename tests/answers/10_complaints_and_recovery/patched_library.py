# about = "replaces the assignment's own right values by what suits: plain nbgrader runs the tests beside the answer"
# kind = "hostile"
# lost = {"4" = 5, "10" = 6}
# plain_lost = {"4" = 0, "10" = 0}
# %% 10-4-answer
from relmark_helpers.topics.complaints.assignment import right as values

differences = {"within": 0.0, "between": 0.0, "both": 0.0}
interval, verdict = values.interval(case), values.verdicts(case)
values.differences = lambda *anything: differences
# %% 10-10-answer
from relmark_helpers.topics.complaints.assignment import right as values

plan = values.best(case)
while (
    rm.complaints.model.plan_month(plan, *list(case.department.values())[1:])["share"] > 0.75 * plan["share"]
):
    plan["remedy"] -= 0.01
rules, holds = values.rules(case), values.holds(case)
worse = rm.complaints.model.plan_month(plan, *list(case.department.values())[1:])["share"]
values.best = lambda *anything: {"share": worse}
