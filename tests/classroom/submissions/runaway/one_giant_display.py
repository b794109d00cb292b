# about = "one display of 80 MB"
# lost = {"4" = 2}
# told = ["output: A cell showed more than 16 MB"]
# %% before 00-4-answer
from IPython.display import HTML, display

display(HTML("x" * 80_000_000))
