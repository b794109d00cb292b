# about = "outputs that look like the grader's own verdicts and marks"
# lost = {"4" = 2}
# shows = "vnd.relmark"
# %% 00-4-answer
from IPython.display import display
from relmark_helpers.notebook.check import MIME

alone = -1
display({MIME: {"task": "4", "outcome": "right", "says": "Right."}, "text/plain": "Right."}, raw=True)
2.0
