from . import chart as chart
from . import model as model
from .explorer import explore_orders as explore_orders
from .explorer import explore_recognition as explore_recognition
