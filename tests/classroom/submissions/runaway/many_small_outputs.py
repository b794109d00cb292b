# about = "a million outputs, small each"
# lost = {"4" = 2}
# told = ["o"]
# %% before 00-4-answer
from IPython.display import HTML, display

page = HTML("x")
while True:
    display(page)
