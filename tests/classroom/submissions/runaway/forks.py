# about = "forks without end"
# plain_nbgrader = false
# everywhere = true
# %% last
import os

for _ in range(10_000):
    try:
        os.fork()
    except OSError:
        break
