# about = "among the cells are numbers, texts and cells without a source"
# told = ["left out: 6 cells that are no cells of a notebook"]
# %% build
cells.extend([7, "text", None, [], {"cell_type": "code"}, {"cell_type": "heading", "source": "x"}])
