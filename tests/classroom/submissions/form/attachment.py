# about = "a picture attached to a text, of no form that is allowed"
# %% build
cell("00-1-prompt")["attachments"] = {"x.png": {"image/png": "iVBORw0KGgo="}}
cell("00-2-prompt")["attachments"] = {"x.png": [7]}
