# about = "an answer cell claims to be the test of the task"
# lost = {"2" = 2}
# told = ["the cell 00-2-test stood 2 times; the last one counts", "the cell 00-2-answer was missing", "task 2: the locked cell 00-2-test had been changed"]
# %% 00-2-answer
highest_mean = -1
# %% build
cell("00-2-answer")["metadata"]["nbgrader"] = {
    "grade_id": "00-2-test",
    "grade": True,
    "solution": True,
    "points": 2,
}
answer = cell("00-2-answer")
answer["id"] = "mine"
cells.remove(answer)
cells.append(answer)
