# about = "handlers that hang when the process ends"
# %% last
import atexit
import signal
import time

atexit.register(time.sleep, 1000)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
