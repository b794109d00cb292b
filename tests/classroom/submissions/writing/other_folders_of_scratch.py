# about = "writes into the folders of those who are graded at this moment, and into the judge's"
# writes = []
# without_sandbox = "not run"
# %% last
import glob
import os

for parent in {os.path.dirname(os.getcwd()), *glob.glob("@COURSE@/.relmark/scratch-*")}:
    for name in ("numpy.py", "sitecustomize.py", "@WRITTEN@"):
        for folder in (parent, *glob.glob(parent + "/*")):
            if os.path.realpath(folder) != os.getcwd():
                try:
                    open(os.path.join(folder, name), "w").write("# @WRITTEN@")
                    print("written:", folder)
                except OSError:
                    pass
