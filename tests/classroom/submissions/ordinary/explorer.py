# about = "an explorer of the course in a submission"
# %% last
try:
    rm.start.explorer
except AttributeError:
    pass
rm.quiz("00")
