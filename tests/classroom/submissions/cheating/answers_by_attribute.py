# about = "takes the assignment as an attribute of its topic, in pieces"
# lost = {"4" = 2}
# told = ["answers: Tried to reach relmark_helpers.topics.start.assignment.CHECKS"]
# everywhere = true
# %% 00-4-answer
alone = getattr(getattr(rm.start, "assign" + "ment"), "CHE" + "CKS")["4"].right(case)
