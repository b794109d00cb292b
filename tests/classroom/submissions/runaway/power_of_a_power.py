# about = "a number that takes hours to work out"
# lost = {"3" = 3, "4" = 2}
# told = ["timeout: A cell did not stop after 3 seconds and was ended."]
# %% 00-3-answer
buyers = 9 ** (9**9)
