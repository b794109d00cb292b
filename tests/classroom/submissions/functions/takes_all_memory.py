# about = "a function that wants more memory than there is: the other answers count"
# lost = {"2" = 10}
# told = []
# %% 07-2-answer
def clv(*anything):
    return len(bytearray(8 << 30))
