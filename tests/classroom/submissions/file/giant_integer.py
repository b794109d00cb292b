# about = "a number of 5000 digits, which Python refuses to read"
# refused = "The file is damaged: it is no JSON"
# %% build
path.write_text(json.dumps(notebook).replace('"metadata": {', '"metadata": {"n": ' + "9" * 5000 + ", ", 1))
