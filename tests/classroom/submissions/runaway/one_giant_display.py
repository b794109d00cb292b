# about = "one display of 150 MB"
# lost = {"4" = 2}
# told = ["protocol: The process sent what no notebook sends"]
# %% before 00-4-answer
from IPython.display import HTML, display

display(HTML("x" * 150_000_000))
