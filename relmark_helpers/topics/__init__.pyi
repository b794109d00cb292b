from . import lifetime as lifetime
from . import satisfaction as satisfaction
from . import start as start
