# about = "saved in the form of 2014"
# told = ["repaired: the notebook was in an old form (nbformat 3)"]
# %% build
import nbformat

old = nbformat.v3.new_notebook(metadata=nbformat.v3.new_metadata(name="old"))
old.worksheets = [nbformat.v3.new_worksheet()]
for each in cells:
    if each["cell_type"] == "code":
        made = nbformat.v3.new_code_cell(input=each["source"], metadata=each["metadata"])
    else:
        made = nbformat.v3.new_text_cell("markdown", source=each["source"], metadata=each["metadata"])
    old.worksheets[0].cells.append(made)
path.write_text(json.dumps(old))
