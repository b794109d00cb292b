# about = "reads what is right as a file: its source, what is compiled of it, by other paths, loaders and the C library"
# told = ["answers: Tried to read "]
# shows = "read in 0 of 7 ways"
# %% last
import ctypes
import glob
import os
import pkgutil
from importlib.machinery import SourceFileLoader

room = "@LIBRARY@/topics/start/assignment"
ways = [
    lambda: open(f"{room}/right.py").read(),
    lambda: open(f"/proc/self/root{room}/../assignment/right.py").read(),
    lambda: open(glob.glob(f"{room}/__pycache__/right.*.pyc")[0], "rb").read(),
    lambda: os.read(os.open("right.py", os.O_RDONLY, dir_fd=os.open(room, os.O_RDONLY)), 1 << 16),
    lambda: pkgutil.get_data("relmark_helpers.topics.start", "assignment/right.py"),
    lambda: SourceFileLoader("mine", f"{room}/right.py").get_source("mine"),
]


def by_the_c_library():
    library, taken = ctypes.CDLL(None), ctypes.create_string_buffer(1 << 16)
    opened = library.open(f"{room}/right.py".encode(), 0)
    return taken.raw[: max(0, library.read(opened, taken, len(taken)))]


read = 0
for way in [*ways, by_the_c_library]:
    try:
        got = way()
    except (OSError, ImportError, IndexError):
        continue
    read += b"alone" in (got if isinstance(got, bytes) else got.encode())
print(f"read in {read} of {len(ways) + 1} ways")
