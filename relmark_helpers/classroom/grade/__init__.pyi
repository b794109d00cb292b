from .batch import Wishes as Wishes
from .batch import grade as grade
from .report import Row as Row
from .report import Summary as Summary
