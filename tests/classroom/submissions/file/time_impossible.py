# about = "a time of the year 99999"
# told = ["timestamp.txt holds no time; the submission counts as in time"]
# %% build
folder.joinpath("timestamp.txt").write_text("99999-01-01 00:00:00 UTC")
