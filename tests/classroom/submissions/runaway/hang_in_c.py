# about = "a loop inside C code, which Python cannot interrupt"
# lost = {"3" = 3, "4" = 2}
# told = ["timeout: A cell did not stop after 5 seconds and was ended."]
# %% 00-3-answer
import collections
import itertools

collections.deque(itertools.repeat(0), maxlen=0)
