# about = "reads the solution"
# carries = ["solution", "tests"]
# everywhere = true
# %% last
for path in (
    "@COURSE@/solutions/00_start_here/00_start_here.ipynb",
    "../../../solutions/00_start_here/00_start_here.ipynb",
):
    try:
        print(open(path).read())
    except OSError:
        pass
