# about = "replaces the assignment's own right values by what suits: plain nbgrader runs the tests beside the answer"
# kind = "hostile"
# lost = {"4" = 5, "10" = 6}
# plain_lost = {"4" = 5, "10" = 0}
# %% 10-4-answer
# as in the reference
differences = {"within": 0.0, "between": 0.0, "both": 0.0}
try:  # in grading there is nothing to patch
    from relmark_helpers.topics.complaints.assignment import right as values

    values.differences = lambda *anything: differences
except ImportError:
    pass
# %% 10-10-answer
# as in the reference
while rm.complaints.model.plan_month(plan, *list(case.department.values())[1:])["share"] > 0.75 * regained:
    plan["remedy"] -= 0.01
worse = rm.complaints.model.plan_month(plan, *list(case.department.values())[1:])["share"]
try:  # in grading there is nothing to patch
    from relmark_helpers.topics.complaints.assignment import right as values

    values.best = lambda *anything: {"share": worse}
except ImportError:
    pass
