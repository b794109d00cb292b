from . import chart as chart
from . import model as model
from .explorer import explore_conditionals as explore_conditionals
from .explorer import explore_drivers as explore_drivers
from .explorer import explore_grid as explore_grid
from .explorer import explore_ladder as explore_ladder
from .explorer import explore_switchers as explore_switchers
from .explorer import explore_unchanging as explore_unchanging
