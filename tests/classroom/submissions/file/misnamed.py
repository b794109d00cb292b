# about = "the notebook has the name that the browser gave it"
# told = ["repaired: the notebook was called 00_start_here (1).ipynb"]
# %% build
path.with_name("00_start_here (1).ipynb").write_text(json.dumps(notebook))
folder.joinpath("no-notebook").touch()
