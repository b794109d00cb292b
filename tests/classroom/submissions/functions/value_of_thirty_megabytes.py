# about = "an answer that is a text of 30 MB: the other answers count"
# lost = {"1" = 4}
# told = []
# may_tell = ["timeout: No reply"]
# %% 07-1-answer
annual_churn = "x" * 30_000_000
lifetime_months = 1 / case.monthly_churn
