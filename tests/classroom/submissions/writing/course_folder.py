# about = "writes among submissions, graded notebooks, solutions and feedback"
# writes = ["@COURSE@/@WRITTEN@", "@COURSE@/submitted/neighbour/@WRITTEN@", "@COURSE@/autograded/@WRITTEN@", "@COURSE@/solutions/@WRITTEN@", "@COURSE@/.relmark/@WRITTEN@"]
# everywhere = true
# %% last
for folder in ("", "submitted/neighbour/", "autograded/", "solutions/", ".relmark/"):
    try:
        open("@COURSE@/" + folder + "@WRITTEN@", "w").write("@WRITTEN@")
    except OSError:
        pass
