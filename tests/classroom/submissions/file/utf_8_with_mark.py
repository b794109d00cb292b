# about = "UTF-8 with the mark that some editors put before it"
# shows = "从这里开始"
# %% build
path.write_bytes(json.dumps(notebook, ensure_ascii=False).encode("utf-8-sig"))
