# about = "names, other protocols, and requests of libraries"
# told = []
# carries = ["listener"]
# %% last
import socket
import urllib.request

try:
    socket.getaddrinfo("localhost", 80)
except OSError:
    pass
for family, kind in (
    (socket.AF_INET6, socket.SOCK_STREAM),
    (socket.AF_INET, socket.SOCK_DGRAM),
    (socket.AF_NETLINK, socket.SOCK_RAW),
):
    try:
        socket.socket(family, kind).close()
    except OSError:
        pass
try:
    import pandas as pd

    print(pd.read_csv("http://127.0.0.1:@PORT@/x.csv"))
except Exception:
    pass
with_one = socket.socket.__new__(socket.socket)
try:
    with_one.__init__(socket.AF_INET, socket.SOCK_STREAM)
    with_one.settimeout(2)
    with_one.connect(("127.0.0.1", int("@PORT@")))
    with_one.sendall(b"heard from @STUDENT@")
    print(with_one.recv(100))
except OSError:
    pass
