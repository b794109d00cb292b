# about = "an answer below a call of another program is still an answer"
# %% build
cell("00-2-answer")["source"] = "!pip install pandas\n" + cell("00-2-answer")["source"]
