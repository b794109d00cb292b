# about = "a file of no bytes"
# refused = "The file is empty."
# %% build
path.write_bytes(b"")
