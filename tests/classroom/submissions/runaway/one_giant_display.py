# about = "one display of 150 MB"
# lost = {"4" = 2}
# told = ["output: A cell showed more than 16 MB"]
# %% before 00-4-answer
from IPython.display import HTML, display

display(HTML("x" * 150_000_000))
