# about = "objects whose conversion to an array, a table, text or a pickle kills, loops or lies"
# lost = {"2" = 2, "3" = 3, "4" = 2}
# told = []
# %% 00-2-answer
import os


class Bad:
    def __reduce__(self):
        return os._exit, (7,)

    def __array__(self, *args, **more):
        os._exit(8)

    def __dataframe__(self, *args, **more):
        os._exit(9)

    def __getattr__(self, name):
        raise KeyError(name)

    def __repr__(self):
        raise SystemExit

    def __float__(self):
        return 0.0


highest_mean = Bad()
# %% 00-3-answer
buyers, may_write = [Bad()], {"a": Bad()}
# %% 00-4-answer
import numpy as np

alone = np.array([Bad.__new__(Bad)], dtype=object)
