# about = "draws the hidden inputs with the salt that the process has: it has none"
# carries = ["hidden"]
# without_sandbox = "holds"
# %% last
import os

print(case.unseen(), os.environ.get("RELMARK_HIDDEN"))
