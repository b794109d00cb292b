# about = "binds the names that the tests use for themselves"
# lost = {"4" = 2}
# %% 00-4-answer
alone = 0
_np = float = sum = len = abs = None
_looks = []
case = None
