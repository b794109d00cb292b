# about = "every cell stays within its time, all together do not"
# lost = {"4" = 2}
# told = ["timeout: The notebook ran longer than 20 seconds."]
# %% before 00-4-prompt
import time

time.sleep(2.5)
# %% build
slow = next(each for each in cells if each["id"] == "own-0")
cells[cells.index(slow) : cells.index(slow)] = [code(slow["source"], f"slow-{n}") for n in range(8)]
