# about = "a thread that goes on printing and computing after its cell"
# without_sandbox = "goes on"
# %% before 00-2-answer
import threading
import time


def go_on():
    while True:
        print(".", end="")
        time.sleep(0.01)


threading.Thread(target=go_on, daemon=True).start()
