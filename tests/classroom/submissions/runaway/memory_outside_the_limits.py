# about = "memory that no limit counts: nameless files and shared segments"
# shows = "refused 2"
# %% last
import ctypes
import os

refused = 0
try:
    os.close(os.memfd_create("mine"))
except OSError:
    refused += 1
library = ctypes.CDLL(None, use_errno=True)
segment = library.shmget(0, 4096, 0o1600)
if segment < 0:
    refused += 1
else:
    library.shmctl(segment, 0, None)
print("refused", refused)
