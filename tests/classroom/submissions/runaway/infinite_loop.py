# about = "a loop that never ends; the cells after it count"
# lost = {"3" = 3}
# told = ["timeout: No reply within 5 seconds; the cell was interrupted."]
# without_sandbox = "goes on"
# everywhere = true
# %% 00-3-answer
while True:
    pass
buyers = 1
