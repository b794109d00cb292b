# about = "writes into the grader's home: profile, start-up files of IPython, configuration of matplotlib"
# writes = ["@HOME@/.bashrc", "@HOME@/.ipython/profile_default/startup/@WRITTEN@.py", "@HOME@/.config/matplotlib/matplotlibrc"]
# %% last
import os

for path in (
    "@HOME@/.bashrc",
    "@HOME@/.ipython/profile_default/startup/@WRITTEN@.py",
    "@HOME@/.config/matplotlib/matplotlibrc",
):
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "w").write("# @WRITTEN@")
    except OSError:
        pass
