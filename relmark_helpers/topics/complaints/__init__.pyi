from . import chart as chart
from . import model as model
