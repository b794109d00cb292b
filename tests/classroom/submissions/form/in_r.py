# about = "a notebook of R"
# lost = {"2" = 2}
# told = ["repaired: the notebook asked for R; it runs in Python"]
# %% 00-2-answer
highest_mean < -max(means)
# %% build
notebook["metadata"]["kernelspec"] = {"name": "ir", "display_name": "R", "language": "R"}
notebook["metadata"]["language_info"] = {"name": "R"}
