# about = "calls everything a matter of surveys, and forgets that a notebook runs all its cells"
# kind = "mistake"
# lost = {"1" = 3}
# says = {"1" = "Run All runs the second cell too"}
# %% 00-1-answer
after_run_all = case.stock["fridges"]
skills = {"s1": "surveys", "s2": "surveys", "s3": "surveys"}
