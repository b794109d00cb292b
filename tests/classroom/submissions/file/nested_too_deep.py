# about = "JSON nested a hundred thousand deep"
# refused = "The file is damaged: it is no JSON"
# everywhere = true
# %% build
path.write_text('{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}")
