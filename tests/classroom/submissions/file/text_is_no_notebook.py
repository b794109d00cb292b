# about = "JSON that is no notebook"
# refused = "The file is no notebook"
# %% build
path.write_text("[1, 2, 3]")
