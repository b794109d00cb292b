<<<<<<< HEAD
from . import loyalty as loyalty
=======
from . import lifetime as lifetime
>>>>>>> chapter-07
from . import satisfaction as satisfaction
from . import start as start
from . import survey as survey
