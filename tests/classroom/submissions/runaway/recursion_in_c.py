# about = "recursion past the end of the C stack"
# lost = {"3" = 3, "4" = 2}
# told = ["died: The process of the notebook ended (segmentation fault)."]
# %% 00-3-answer
import sys

sys.setrecursionlimit(10**9)
inner = ()
for _ in range(3_000_000):
    inner = (inner,)
hash(inner)
