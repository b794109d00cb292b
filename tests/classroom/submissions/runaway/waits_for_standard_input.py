# about = "reads the standard input"
# %% last
import os
import sys

sys.stdin.read() if sys.stdin else None
os.read(0, 10)
