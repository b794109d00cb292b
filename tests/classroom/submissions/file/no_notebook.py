# about = "a text in place of a notebook"
# refused = "There is no notebook 00_start_here.ipynb in the submission."
# %% build
folder.joinpath("answers.docx").write_text("see the file that I sent by mail")
folder.joinpath("no-notebook").touch()
