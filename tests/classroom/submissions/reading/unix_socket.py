# about = "a connection to a socket in the file system"
# carries = ["listener"]
# %% last
import socket

for kind in (socket.SOCK_STREAM, socket.SOCK_SEQPACKET):
    try:
        with socket.socket(socket.AF_UNIX, kind) as made:
            made.settimeout(2)
            made.connect("@OUTSIDE@/socket")
            made.sendall(b"heard from @STUDENT@")
            print(made.recv(100))
    except OSError:
        pass
