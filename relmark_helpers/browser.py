"""The course in the browser (`make lite`): what is not there, said in one sentence."""

from __future__ import annotations

import logging
import sys

from relmark_helpers.errors import CourseError

RUNS_HERE = sys.platform == "emscripten"
ELSEWHERE = "run this cell with `make lab` on your computer or on your class's Hub"
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
        relmark_helpers.browser.NotInTheBrowser: This site has no duckdb; run this cell with `make lab` on ...
        >>> Absent.find_spec("nbgrader")
        Traceback (most recent call last):
        relmark_helpers.browser.NotInTheBrowser: Nothing is graded in the browser; right-click this ...
        """
        if name == "nbgrader":
            raise NotInTheBrowser(
                "Nothing is graded in the browser; right-click this notebook in the list of files, choose Download, and hand it in."
            )
        if name in PERHAPS_ABSENT:
            raise NotInTheBrowser(f"This site has no {name}; {ELSEWHERE}.")


def settle_in() -> None:
    """Make the import of what is not here say where it is, and matplotlib find its fonts without a word.

    Examples
    --------
    >>> settle_in()
    >>> sys.meta_path.pop() is Absent
    True
    """
    if Absent not in sys.meta_path:
        sys.meta_path.append(Absent)
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
