# about = "a file of blanks"
# refused = "The file is empty."
# %% build
path.write_bytes(b" \n\n \t")
