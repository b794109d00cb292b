# about = "tags that are no texts, names that are no names"
# %% build
cell("00-1-prompt")["metadata"]["tags"] = [1, {"a": 2}]
cell("00-1-answer")["metadata"]["tags"] = "skip-execution"
cell("00-2-answer")["metadata"] |= {"name": 7, "editable": "no", "jupyter": [], "format": {}}
