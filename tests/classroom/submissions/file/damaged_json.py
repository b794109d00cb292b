# about = "a comma is missing in the middle"
# refused = "The file is damaged: it is no JSON"
# everywhere = true
# %% build
text = json.dumps(notebook)
path.write_text(text.replace('", "', '" "', 3))
