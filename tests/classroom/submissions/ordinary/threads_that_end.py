# about = "threads for something useful: a pool, joined"
# shows = "pooled 10"
# %% last
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(4) as pool:
    print("pooled", sum(pool.map(int, "1234")))
