# about = "a picture under the name of the notebook"
# refused = "The file is damaged: it is no"
# %% build
path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 40)
