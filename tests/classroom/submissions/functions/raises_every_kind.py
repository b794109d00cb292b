# about = "a function that raises what ends loops, tests and processes"
# lost = {"2" = 10}
# told = []
# %% 07-2-answer
raised = iter([StopIteration, GeneratorExit, SystemExit, KeyboardInterrupt] * 100)


def clv(*anything):
    raise next(raised)
