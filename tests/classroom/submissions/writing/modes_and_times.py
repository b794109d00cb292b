# about = "changes modes, owners and times outside its folder"
# writes = []
# without_sandbox = "not run"
# plain_nbgrader = false
# %% last
import os

for path in (
    "@COURSE@",
    "@COURSE@/solutions/00_start_here/00_start_here.ipynb",
    "@COURSE@/gradebook.db",
    "@HOME@",
    "@HOME@/.ssh",
    "@HOME@/.ssh/id_ed25519",
    "@LIBRARY@/__init__.py",
):
    for change in (
        lambda: os.chmod(path, 0o777),
        lambda: os.utime(path, (0, 0)),
        lambda: os.chown(path, 12345, 12345),
        lambda: os.setxattr(path, "user.mark", b"x"),
    ):
        try:
            change()
        except OSError:
            pass
