"""The course in the browser (`make lite`): what is not there, said in one sentence."""

from __future__ import annotations

import functools
import logging
import sys
from collections.abc import Callable
from typing import Any

from relmark_helpers.errors import CourseError

RUNS_HERE = sys.platform == "emscripten"
ELSEWHERE = (
    "go on with the next cell, or run this one with `make lab` on your computer or on your class's Hub"
)
# What a cell may import and the site may lack, since it has compiled parts or belongs to a class's server.
PERHAPS_ABSENT = ("statsmodels", "semopy", "sklearn", "duckdb", "nbgrader")


class NotInTheBrowser(CourseError, ModuleNotFoundError):  # noqa: N818 - it is a state of affairs
    """A library that this site does not have; an ImportError too, so that whoever can do without goes on.

    Parameters
    ----------
    sentence : str
        What is missing, and where it is.

    Examples
    --------
    >>> issubclass(NotInTheBrowser, ImportError)
    True
    """


class Absent:
    """The last finder of modules: when no other has found a library of the course, it says so."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        """Say where a library is that is not here.

        Parameters
        ----------
        name : str
            What is imported.
        path, target : object
            As Python gives them to every finder.

        Raises
        ------
        NotInTheBrowser
            If the course uses the library.

        Examples
        --------
        >>> Absent.find_spec("duckdb")
        Traceback (most recent call last):
        relmark_helpers.browser.NotInTheBrowser: This site has no duckdb; go on with the next cell, or ...
        >>> Absent.find_spec("nbgrader")
        Traceback (most recent call last):
        relmark_helpers.browser.NotInTheBrowser: Nothing is graded in the browser; download this ...
        """
        if name == "nbgrader":
            raise NotInTheBrowser(
                "Nothing is graded in the browser; download this notebook from the list of files and hand it in."
            )
        if name in PERHAPS_ABSENT:
            raise NotInTheBrowser(f"This site has no {name}; {ELSEWHERE}.")


def with_places(function: Callable[..., Any], at: int) -> Callable[..., Any]:
    """Make a function take whole numbers of any width where it wants places in memory, which have 32 bits here.

    Parameters
    ----------
    function : callable
        The function, such as `numpy.repeat`.
    at : int
        Which of its arguments are the places.

    Returns
    -------
    callable
        The same, for wider numbers too.

    Examples
    --------
    >>> import numpy as np
    >>> with_places(np.repeat, 1)(["a", "b"], np.array([1, 2], dtype="uint64"))
    array(['a', 'b', 'b'], dtype='<U1')
    """
    import numpy as np

    @functools.wraps(function)
    def widened(*given: Any, **named: Any) -> Any:
        if len(given) > at and getattr(given[at], "dtype", None) in ("int64", "uint64"):
            given = (*given[:at], np.asarray(given[at]).astype(np.intp), *given[at + 1 :])
        return function(*given, **named)

    return widened


def settle_in() -> None:
    """Make the import of what is not here say where it is, numpy take our numbers, and matplotlib keep quiet.

    Examples
    --------
    >>> settle_in()
    >>> sys.meta_path.pop() is Absent
    True
    """
    if Absent not in sys.meta_path:
        sys.meta_path.append(Absent)
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # it looks for its fonts
    if RUNS_HERE:
        import numpy as np

        np.bincount, np.repeat = with_places(np.bincount, 0), with_places(np.repeat, 1)
