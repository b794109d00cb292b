# about = "saved by an editor in UTF-16"
# told = ["repaired: the file was written in utf-16, not in UTF-8"]
# %% build
path.write_bytes(json.dumps(notebook, ensure_ascii=False).encode("utf-16"))
