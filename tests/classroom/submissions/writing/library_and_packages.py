# about = "writes into the library and the packages, for all who are graded after it"
# writes = ["@LIBRARY@/@WRITTEN@.py", "@LIBRARY@/topics/start/@WRITTEN@.py", "@PACKAGES@/@WRITTEN@.pth", "@PACKAGES@/numpy/@WRITTEN@.py"]
# without_sandbox = "not run"
# plain_nbgrader = false
# %% last
for path in (
    "@LIBRARY@/@WRITTEN@.py",
    "@LIBRARY@/topics/start/@WRITTEN@.py",
    "@PACKAGES@/@WRITTEN@.pth",
    "@PACKAGES@/numpy/@WRITTEN@.py",
):
    try:
        open(path, "w").write("# @WRITTEN@")
    except OSError:
        pass
