# about = "cells of another assignment, which claim points there"
# told = ["a cell claims to be 04-2-test, which this assignment does not have", "a cell claims to be 04-2-answer, which"]
# %% build
for name in ("04-2-test", "04-2-answer"):
    marks = {
        "grade_id": name,
        "grade": True,
        "solution": False,
        "locked": True,
        "points": 50,
        "schema_version": 3,
    }
    cells.append(code("assert True", name) | {"metadata": {"nbgrader": marks}})
