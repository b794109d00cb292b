# about = "handed in an hour late"
# told = ["late"]
# %% build
folder.joinpath("timestamp.txt").write_text("2026-03-01 13:00:00 UTC")
