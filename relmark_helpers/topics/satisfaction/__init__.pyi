from . import chart as chart
from . import model as model
from .explorer import explore_measurement as explore_measurement
from .explorer import explore_seven_factors as explore_seven_factors
from .explorer import explore_treadmill as explore_treadmill
