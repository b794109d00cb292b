# about = "writes into the temporary folder of everybody, and to shared memory"
# writes = ["/tmp/@WRITTEN@", "/var/tmp/@WRITTEN@", "/dev/shm/@WRITTEN@", "@OUTSIDE@/@WRITTEN@"]
# without_sandbox = "not run"
# %% last
for path in ("/tmp/@WRITTEN@", "/var/tmp/@WRITTEN@", "/dev/shm/@WRITTEN@", "@OUTSIDE@/@WRITTEN@"):
    try:
        open(path, "w").write("@WRITTEN@")
    except OSError:
        pass
from multiprocessing import shared_memory

try:
    shared_memory.SharedMemory(name="@WRITTEN@", create=True, size=10)
except OSError:
    pass
