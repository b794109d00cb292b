# about = "a time that is none"
# told = ["timestamp.txt holds no time; the submission counts as in time"]
# %% build
folder.joinpath("timestamp.txt").write_text("yesterday evening \ud83d".encode("utf-8", "replace").decode())
