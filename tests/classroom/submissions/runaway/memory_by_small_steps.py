# about = "fills the memory past Python and falls over"
# lost = {"3" = 3, "4" = 2}
# told = ["died: The process of the notebook ended (exit status"]
# plain_nbgrader = false
# %% 00-3-answer
import ctypes
import os

take = ctypes.CDLL(None).malloc
take.restype = ctypes.c_void_p
size = 1 << 28
while size > 4096:
    if not take(ctypes.c_size_t(size)):
        size //= 2
os.abort()
