# about = "the notebook and a copy of it"
# %% build
folder.joinpath("Copy of notebook.ipynb").write_text("{}")
