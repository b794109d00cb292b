from . import chart as chart
from . import model as model
from .explorer import explore_alarm as explore_alarm
from .explorer import explore_desk as explore_desk
from .explorer import explore_paradox as explore_paradox
from .explorer import explore_return as explore_return
from .explorer import explore_talk as explore_talk
