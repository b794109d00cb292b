# about = "answers of half a gigabyte, and of ten million small parts"
# lost = {"3" = 3, "4" = 2}
# told = ["size: The value of buyers is larger than 32 MB"]
# may_tell = ["timeout: No reply within"]
# %% 00-3-answer
import numpy as np

buyers = np.zeros(60_000_000)
may_write = list(range(2_000_000))
# %% 00-4-answer
alone = {n: str(n) for n in range(300_000)}
