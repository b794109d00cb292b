# about = "text past Python, to the file of the standard output"
# plain_nbgrader = false
# %% last
import os

for _ in range(300):
    try:
        os.write(1, b"x" * (1 << 20))
    except OSError:
        break
