from . import complaints as complaints
from . import lifetime as lifetime
from . import loyalty as loyalty
from . import membership as membership
from . import satisfaction as satisfaction
from . import start as start
from . import survey as survey
