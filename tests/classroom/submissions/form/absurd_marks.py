# about = "nbgrader's metadata of every form it must not have"
# told = ["the cell 00-1-answer had lost nbgrader's marks", "00-2-answer had lost", "a cell claims to be ['list'], which", "00-3-answer had lost"]
# %% build
cell("00-1-answer")["metadata"]["nbgrader"] = "x"
cell("00-2-answer")["metadata"]["nbgrader"] = {"grade_id": ["list"], "schema_version": 99}
cell("00-3-answer")["metadata"] = "no metadata at all"
cell("00-4-test")["metadata"]["nbgrader"].update(
    points="a thousand", schema_version="new", solution=True, grade=None
)
cell("00-4-answer")["metadata"]["nbgrader"].update(schema_version=-1, points=1000, grade=True, cell_type=7)
cells.append(code("1 + 1") | {"metadata": {"nbgrader": {"grade_id": "['list']", "points": 1000}}})
