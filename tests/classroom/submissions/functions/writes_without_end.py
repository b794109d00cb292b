# about = "a function that fills its folder: what was right before it counts"
# lost = {"2" = 10, "9" = 6}
# told = ["disk: The notebook wrote more than 96 MB"]
# %% 07-2-answer
def clv(*anything):
    for number in range(4):
        with open(f"{number}.bin", "wb") as opened:
            opened.write(bytes(31 << 20))
