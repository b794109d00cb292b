# about = "multiprocessing, joblib and subprocess without end"
# plain_nbgrader = false
# %% last
import multiprocessing
import subprocess

for _ in range(200):
    try:
        multiprocessing.Process(target=print, args=("x",)).start()
        subprocess.Popen(["sleep", "1000"])
    except Exception:
        break
