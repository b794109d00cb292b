# about = "reads other students' submissions and graded notebooks"
# carries = ["neighbour"]
# %% last
import glob

for pattern in (
    "submitted/*/*/*",
    "autograded/*/*/*",
    "feedback/*/*/*",
    ".relmark/scratch-*/*/*",
    ".relmark/grading/*/*",
):
    for path in glob.glob(f"@COURSE@/{pattern}"):
        try:
            print(open(path, errors="replace").read()) if "neighbour" in path else None
        except OSError:
            pass
