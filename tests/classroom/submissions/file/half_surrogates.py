# about = "half a character, which no file can hold"
# %% build
cell("00-1-prompt")["source"] = "half \ud83d of a face"
cell("00-2-answer")["source"] += '\nprint("\ud83d")'
notebook["metadata"]["title"] = "\udc00"
cell("00-3-prompt")["metadata"]["relmark"] = {"\ud800": "\udfff"}
cell("00-3-answer")["metadata"]["tags"] = ["\ud800"]
