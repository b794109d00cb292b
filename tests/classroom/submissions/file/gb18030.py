# about = "saved by an editor in the encoding of Chinese Windows"
# told = ["repaired: the file was written in gb18030, not in UTF-8"]
# shows = "从这里开始"
# %% build
path.write_bytes(json.dumps(notebook, ensure_ascii=False).encode("gb18030"))
