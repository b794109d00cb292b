from . import chart as chart
from . import model as model
from .explorer import explore_importance as explore_importance
from .explorer import explore_kano_sorter as explore_kano_sorter
from .explorer import explore_more_items as explore_more_items
from .explorer import explore_silence as explore_silence
from .explorer import explore_survey_mixer as explore_survey_mixer
from .explorer import explore_two_points as explore_two_points
