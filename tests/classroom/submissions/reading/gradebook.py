# about = "reads names and hidden tests out of the gradebook"
# carries = ["gradebook", "tests"]
# %% last
import re

for name in ("gradebook.db", "gradebook.db-journal", "gradebook.db-wal"):
    try:
        print(
            {each for each in re.findall(rb"CANARY-[a-z]+-[0-9a-f]+", open(f"@COURSE@/{name}", "rb").read())}
        )
    except OSError:
        pass
