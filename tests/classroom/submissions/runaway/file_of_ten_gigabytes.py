# about = "a file of ten gigabytes"
# plain_nbgrader = false
# without_sandbox = "goes on"
# everywhere = true
# %% last
with open("large", "wb") as opened:
    try:
        for _ in range(10_000):
            opened.write(bytes(1 << 20))
    except OSError:
        pass
