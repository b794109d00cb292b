# about = "looks through the memory of every process it can open"
# carries = ["tests", "environment"]
# without_sandbox = "not run"
# plain_nbgrader = false
# %% last
import glob
import os
import re


def look(process):
    for line in open(f"/proc/{process}/maps"):
        place, rights = line.split()[:2]
        first, last = (int(each, 16) for each in place.split("-"))
        if "r" in rights and last - first < 256 << 20 and "[v" not in line:
            memory.seek(first)
            yield from re.findall(rb"CANARY-[a-z]+-[0-9a-f]+", memory.read(last - first))


for path in glob.glob("/proc/[0-9]*"):
    process = path.split("/")[-1]
    try:
        with open(f"/proc/{process}/mem", "rb", 0) as memory:
            print(set(look(process)))
    except (OSError, ValueError, OverflowError, MemoryError):
        pass
