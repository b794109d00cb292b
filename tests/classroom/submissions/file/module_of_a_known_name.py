# about = "modules beside the notebook called numpy, json and relmark_helpers"
# told = []
# lost = {"4" = 2}
# %% build
for name in (
    "numpy.py",
    "json.py",
    "relmark_helpers.py",
    "sitecustomize.py",
    "usercustomize.py",
    "conftest.py",
):
    folder.joinpath(name).write_text("raise SystemExit('taken over')\n")
# %% 00-4-answer
alone = -1
