# about = "200 MB of displays"
# lost = {"4" = 2}
# told = ["output: A cell showed more than 16 MB of output and was stopped."]
# %% before 00-4-answer
from IPython.display import HTML, display

for _ in range(200):
    display(HTML("x" * 1_000_000))
