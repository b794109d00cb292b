# about = "a pipe, which holds up whoever reads it, and a device beside the notebook"
# told = ["left out: pipe is no plain file", "left out: socket is no plain file"]
# %% build
import socket

os.mkfifo(folder / "pipe")
here = os.getcwd()
os.chdir(folder)  # the name of a socket is short
with socket.socket(socket.AF_UNIX) as made:
    made.bind("socket")
os.chdir(here)
