# about = "replaces the assignment's own right values by what suits: plain nbgrader runs the tests beside the answer"
# kind = "hostile"
# lost = {"2" = 4, "6" = 5}
# %% 06-2-answer
# as in the reference
alpha = 0.9
try:  # in grading there is nothing to patch
    from relmark_helpers.topics.loyalty.assignment import right as values

    values.alpha = lambda *anything: 0.9
except ImportError:
    pass
# %% 06-6-answer
# as in the reference
stay = {"trying": 1.0, "returning": 1.0, "trusting": 1.0}
try:  # in grading there is nothing to patch
    from relmark_helpers.topics.loyalty.assignment import right as values

    values.stay = lambda *anything: stay
except ImportError:
    pass
