# about = "a hang inside C code, which Python cannot interrupt"
# lost = {"3" = 3, "4" = 2}
# told = ["timeout: A cell did not stop after 3 seconds and was ended."]
# %% 00-3-answer
import re

re.match(r"(a|aa)+$", "a" * 60 + "b")
import ctypes

ctypes.PyDLL(None).sleep(1000)
