from .company.store import connect as connect
from .company.store import load as load
from .errors import CourseError as CourseError
from .notebook.case import case as case
from .notebook.check import agrees as agrees
from .notebook.check import check as check
from .notebook.predict import predict as predict
from .notebook.quiz import quiz as quiz
from .notebook.table import table as table
from .notebook.view import show as show
from .topics import complaints as complaints
from .topics import lifetime as lifetime
from .topics import loyalty as loyalty
from .topics import membership as membership
from .topics import satisfaction as satisfaction
from .topics import start as start
from .topics import survey as survey

__version__: str
