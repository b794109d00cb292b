# about = "a PDF under the name of the notebook"
# refused = "The file is damaged: it is no"
# %% build
path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(range(256)) * 40)
