# about = "recursion until Python ends it"
# lost = {"3" = 3}
# shows = "recursion ended"
# %% 00-3-answer
def dive():
    return dive() + 1


try:
    buyers = dive()
except RecursionError:  # caught, for IPython takes long over a thousand lines of traceback
    print("recursion", "ended")
