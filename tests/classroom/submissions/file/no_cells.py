# about = "a notebook whose cells are a text"
# refused = "The file is no notebook: it has no cells."
# %% build
path.write_text(json.dumps(notebook | {"cells": "none"}))
