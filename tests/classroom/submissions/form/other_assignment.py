# about = "the notebook of another assignment"
# refused = "This is assignment 07 (Loyalty economics), filed under 00."
# %% build
for each in cells:
    each["id"] = each["id"].replace("00-", "07-")
    if "nbgrader" in each["metadata"]:
        each["metadata"]["nbgrader"]["grade_id"] = each["id"]
