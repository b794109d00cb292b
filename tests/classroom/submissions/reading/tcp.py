# about = "a connection to a listener, which would hear the answers and tell a secret"
# carries = ["listener"]
# everywhere = true
# %% last
import socket

try:
    with socket.create_connection(("127.0.0.1", int("@PORT@")), 2) as connected:
        connected.sendall(b"heard from @STUDENT@")
        print(connected.recv(100))
except OSError:
    pass
