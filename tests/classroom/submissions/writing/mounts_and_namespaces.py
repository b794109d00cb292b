# about = "asks the kernel for what only its keeper may do"
# writes = ["@COURSE@/@WRITTEN@"]
# without_sandbox = "not run"
# plain_nbgrader = false
# %% last
import ctypes
import os

library = ctypes.CDLL(None, use_errno=True)
results = [
    library.unshare(0x10000000),
    library.unshare(0x00020000),
    library.mount(b"none", b"@COURSE@", b"tmpfs", 0, None),
    library.chroot(b"."),
    library.setuid(0),
    library.ptrace(16, os.getppid(), 0, 0),
    library.prctl(4, 1, 0, 0, 0),
    library.syscall(321, 0, 0, 0),
    library.syscall(425, 8, 0),
    library.sethostname(b"x", 1),
    library.syscall(250, 0, 0, 0),
]
try:
    open("@COURSE@/@WRITTEN@", "w").write("@WRITTEN@")
except OSError:
    pass
