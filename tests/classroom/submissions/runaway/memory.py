# about = "takes all the memory it can get; the error is Python's own and the cells after it count"
# lost = {"3" = 3}
# plain_nbgrader = false
# without_sandbox = "goes on"
# everywhere = true
# %% 00-3-answer
import numpy as np

taken = []
while True:
    taken.append(np.empty(256 << 20, dtype="u1"))
buyers = 1
