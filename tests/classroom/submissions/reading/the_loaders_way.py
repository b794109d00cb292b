# about = "reads through open_by_handle, /proc/self/root, /proc/self/cwd, and memory maps"
# carries = ["solution"]
# %% last
import mmap

for path in (
    "/proc/self/root@COURSE@",
    "/proc/1/root@COURSE@",
    "/proc/1/cwd@COURSE@",
    "/proc/thread-self/root@COURSE@",
):
    try:
        with open(f"{path}/solutions/00_start_here/00_start_here.ipynb", "rb") as opened:
            print(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)[:])
    except OSError:
        pass
