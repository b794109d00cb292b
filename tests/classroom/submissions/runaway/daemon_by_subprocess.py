# about = "a program started and left behind"
# without_sandbox = "goes on"
# everywhere = true
# %% last
import subprocess

try:
    subprocess.Popen(["sleep", "300"], start_new_session=True)
except OSError:
    pass
