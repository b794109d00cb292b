# about = "sys.exit ends the cell, as in JupyterLab, and nothing else"
# lost = {"3" = 3}
# without_sandbox = "goes on"
# %% 00-3-answer
import sys

sys.exit()
