# about = "a wrong function that shows more points than there are, at which nbgrader gives up the notebook"
# lost = {"2" = 10}
# told = []
# %% 07-2-answer
shell = get_ipython()


def clv(*anything):
    shell.run_cell("1_000_000")
    return -1
