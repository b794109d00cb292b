# about = "a function whose result is larger than a value may be"
# lost = {"2" = 10}
# told = ["size: What a function gave back is larger than 32 MB"]
# %% 07-2-answer
def clv(*anything):
    return bytearray(40_000_000).decode()
