# about = "recursion until the end of the stack"
# lost = {"3" = 3}
# %% 00-3-answer
def dive():
    return dive() + 1


buyers = dive()
