# about = "an answer that is larger than a value may be, and one whose text is: the other answers count"
# lost = {"1" = 4, "9" = 6}
# told = ["size: The value of annual_churn is larger than 32 MB", "size: The value of shares is larger than 32 MB"]
# %% 07-1-answer
import numpy as np

annual_churn = np.zeros(5_000_000)
lifetime_months = 1 / case.monthly_churn
# %% 07-9-answer
shares = "\x01" * 20_000_000
