# about = "a file of many gigabytes without content, mapped into memory"
# told = []
# plain_nbgrader = false
# %% last
import mmap

try:
    with open("sparse", "wb") as opened:
        opened.truncate(100 << 30)
    with open("sparse", "r+b") as opened:
        mapped = mmap.mmap(opened.fileno(), 100 << 30)
except (OSError, ValueError, OverflowError, MemoryError):
    pass
