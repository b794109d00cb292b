# about = "reads the grader's secrets and the salt of the hidden inputs from its own surroundings"
# carries = ["environment", "hidden"]
# without_sandbox = "holds"
# everywhere = true
# %% last
import os

print(os.environ)
print(open("/proc/self/environ").read() if os.access("/proc/self/environ", os.R_OK) else "")
