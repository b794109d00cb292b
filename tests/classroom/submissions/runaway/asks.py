# about = "input(), which nobody answers"
# lost = {"3" = 3}
# shows = "StdinNotImplementedError"
# %% 00-3-answer
buyers = int(input("How many buyers? "))
