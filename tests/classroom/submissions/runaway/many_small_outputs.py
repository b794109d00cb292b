# about = "small outputs without end"
# lost = {"4" = 2}
# told = ["output: A cell showed more than 16 MB of output and was stopped."]
# %% before 00-4-answer
from IPython.display import HTML, display

page = HTML("x" * 20_000)
while True:
    display(page)
