from . import chart as chart
from . import model as model
from .explorer import explore_concentration as explore_concentration
from .explorer import explore_costs as explore_costs
from .explorer import explore_five_points as explore_five_points
from .explorer import explore_lifetime_value as explore_lifetime_value
from .explorer import explore_referrals as explore_referrals
from .explorer import explore_share as explore_share
