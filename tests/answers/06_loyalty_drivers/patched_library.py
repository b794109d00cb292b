# about = "replaces the assignment's own right values by what suits: plain nbgrader runs the tests beside the answer"
# kind = "hostile"
# lost = {"2" = 4, "6" = 5}
# plain_lost = {"2" = 0, "6" = 0}
# %% 06-2-answer
from relmark_helpers.topics.loyalty.assignment import right as values

complete = parts.dropna()
alpha = 0.9
alpha_without = values.alpha_without(case)
values.alpha = lambda *anything: 0.9
# %% 06-6-answer
stay = {"trying": 1.0, "returning": 1.0, "trusting": 1.0}
climb, steady = values.way_up(case), values.steady(case)
values.stay = lambda *anything: stay
