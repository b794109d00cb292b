# about = "a number that takes hours to work out"
# lost = {"3" = 3}
# told = ["timeout: No reply within 5 seconds; the cell was interrupted."]
# %% 00-3-answer
buyers = 9 ** (9**9)
