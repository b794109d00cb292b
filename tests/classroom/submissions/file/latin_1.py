# about = "saved by an editor in Latin-1, with a letter that is none in the others"
# told = ["repaired: the file was written in"]
# %% build
cell("00-title")["source"] = "Müller, Café"
text = json.dumps(notebook, ensure_ascii=True).replace("M\\u00fcller, Caf\\u00e9", "M\u00fcller, Caf\u00e9")
path.write_bytes(text.encode("latin-1"))
