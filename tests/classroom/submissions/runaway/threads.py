# about = "threads without end, left running"
# plain_nbgrader = false
# without_sandbox = "goes on"
# %% last
import threading
import time

for _ in range(3000):
    try:
        threading.Thread(target=time.sleep, args=(1000,), daemon=False).start()
    except (RuntimeError, MemoryError):
        break
