# about = "fills the memory with small things and keeps them"
# lost = {"3" = 3, "4" = 2}
# told = ["died: The process of the notebook ended"]
# plain_nbgrader = false
# %% 00-3-answer
import mmap

taken = []
try:
    while True:
        taken.append(mmap.mmap(-1, 64 << 20))
        taken[-1].write(b"x" * (64 << 20))
except (MemoryError, OSError):
    pass
del taken[:2]
small = []
import ctypes

while ctypes.CDLL(None).malloc(1 << 16):
    pass
import os

os.abort()
