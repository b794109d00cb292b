# about = "ten megabytes of metadata in the notebook and in a cell"
# %% build
notebook["metadata"]["widgets"] = "x" * 10_000_000
cell("00-1-prompt")["metadata"]["extra"] = "y" * 10_000_000
