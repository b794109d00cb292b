# about = "the upload broke off"
# refused = "The file is damaged: it is no JSON"
# %% build
text = json.dumps(notebook)
path.write_text(text[: len(text) // 2])
