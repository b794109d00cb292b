# about = "recursion past the end of the C stack"
# lost = {"3" = 3, "4" = 2}
# told = ["died: The process of the notebook ended (segmentation fault)."]
# %% 00-3-answer
import gc
import sys

gc.disable()  # or it walks through them all again and again, and time is up first
sys.setrecursionlimit(10**9)
inner = ()
for _ in range(500_000):
    inner = (inner,)
hash(inner)
