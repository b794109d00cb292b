# about = "200 MB of printed text: cut, as nbgrader cuts it"
# shows = "... Output truncated ..."
# without_sandbox = "goes on"
# everywhere = true
# %% last
for _ in range(200):
    print("x" * 1_000_000)
