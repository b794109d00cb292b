# about = "answers below magics that write into IPython's profile, change the folder or want an extension"
# %% build
cell("00-1-answer")["source"] = "%bookmark here\n%cd ..\n%cd -b here\n" + cell("00-1-answer")["source"]
cell("00-2-answer")["source"] = "kept = 5\n%store kept\n%store -r kept\n" + cell("00-2-answer")["source"]
cell("00-3-answer")["source"] = "%load_ext lab_black\n%lab_black on\n" + cell("00-3-answer")["source"]
cell("00-4-answer")["source"] = "task = None\n%rehashx\n%cd ~\n" + cell("00-4-answer")["source"]
