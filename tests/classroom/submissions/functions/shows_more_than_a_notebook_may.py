# about = "right answers, and cells that show more than a whole notebook may: what was right counts"
# told = ["output: The notebook showed more than 64 MB"]
# may_tell = ["timeout: No reply"]
# %% last
from IPython.display import HTML, display

display(HTML("x" * 14_000_000))
# %% last
display(HTML("x" * 14_000_000))
# %% last
display(HTML("x" * 14_000_000))
# %% last
display(HTML("x" * 14_000_000))
# %% last
display(HTML("x" * 14_000_000))
# %% last
"never run"
