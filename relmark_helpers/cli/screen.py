"""What the commands share: finding the course, and the one way to the terminal, as lines, a table or JSON.

Names, ids and messages come from submissions, and a terminal obeys what is in them: so no command prints by
itself (``tests/cli/test_screen.py``).
"""

from __future__ import annotations

import codecs
import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relmark_helpers import course
from relmark_helpers.errors import CourseError

if TYPE_CHECKING:
    from rich.progress import TaskID


# By one of these a folder is somebody's course, whatever else it lacks.
COURSE_OF_AN_INSTRUCTOR = ("gradebook.db", "nbgrader_config.py", "submitted")


def own_course() -> Path:
    """Find the course to work in, at or above the working folder; never another one than is meant.

    Returns
    -------
    Path

    Raises
    ------
    CourseError
        If there is none, or the nearest one is not whole.

    Examples
    --------
    >>> import contextlib, tempfile
    >>> with contextlib.chdir(tempfile.mkdtemp()):
    ...     own_course()
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no course folder at or above ...; go into yours, or lay one out ...
    """
    here = Path.cwd()
    for folder in (here, *here.parents):
        whole = course.course_folder(folder) == folder.resolve()
        if whole or ((folder / "chapters").is_dir() and folder.samefile(course.CHECKOUT)):
            return folder  # the exercises of a checkout may not be released yet
        if found := next((name for name in COURSE_OF_AN_INSTRUCTOR if (folder / name).exists()), None):
            raise CourseError(
                f"{folder} has {found} and so seems to be the course meant, but a course folder has chapters/ and "
                "exercises/: copy or make these there, or go into the course you mean."
            )
    raise CourseError(
        f"There is no course folder at or above {here}; go into yours, or lay one out with `relmark init DIR`."
    )


# What our own sentences hold and some code pages of Windows lack; all else is shown as ``\\u4e2d``.
SPELLED = {"✓": "+", "✗": "x", "…": "...", "−": "-", "–": "-", "—": "-", "·": "-", "×": "x", "→": "->"}
SPELLED |= {"“": '"', "”": '"', "‘": "'", "’": "'", "≤": "<=", "≥": ">=", "\N{NO-BREAK SPACE}": " "}
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"  # part of how some languages are written


def take_any_text() -> None:
    """Let stdout and stderr take every character, whatever code page a file or pipe has.

    Examples
    --------
    >>> take_any_text()
    >>> "✓ 中".encode("cp1252", "relmark")
    b'+ \\\\u4e2d'
    """
    codecs.register_error("relmark", _spelled)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="relmark")


def printable(text: str, keep: str = "") -> str:
    """Give text as it can be shown: what would steer the terminal or turn the reading order is spelled out.

    Parameters
    ----------
    text : str
        Anything.
    keep : str
        Signs that may stay nevertheless.

    Returns
    -------
    str

    Examples
    --------
    >>> printable("ada\\x1b[2J"), printable("王小明")
    ('ada\\\\x1b[2J', '王小明')
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign in keep or _plain(sign) else sign.encode("unicode_escape").decode() for sign in text
    )


def say(line: str) -> None:
    """Print one line.

    Parameters
    ----------
    line : str
        The line; a line end within it is shown and not obeyed.

    Examples
    --------
    >>> say("Late: ada\\nAll is well.")
    Late: ada\\nAll is well.
    """
    print(printable(line))


def complain(line: str) -> None:
    """Print one line on stderr.

    Parameters
    ----------
    line : str
        The line.

    Examples
    --------
    >>> complain("relmark: There is no chapter '99'.")
    """
    print(printable(line), file=sys.stderr, flush=True)


def say_json(value: Any) -> None:
    """Print a value as JSON, with Chinese as it is; what cannot be shown is escaped as JSON does it.

    Parameters
    ----------
    value : object
        What JSON can hold.

    Examples
    --------
    >>> say_json({"term": "顾客满意"})
    {
      "term": "顾客满意"
    }
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(
        "".join(sign if sign == "\n" or _plain(sign, encoding) else json.dumps(sign)[1:-1] for sign in text)
    )


def say_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table that fits the terminal.

    Parameters
    ----------
    titles : sequence of str
        The columns' titles.
    rows : iterable of sequence of str
        The cells.

    Examples
    --------
    >>> say_table(["Task", "Says"], [["1", "Right"]])
     Task   Says
    ──────────────
     1      Right
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=True)
    for title in titles:
        table.add_column(title, overflow="fold")  # a long name is broken, never cut
    for row in rows:
        table.add_row(*(Text(printable(cell, keep="\n")) for cell in row))  # no Text reads [red] as markup
    Console(file=sys.stdout).print(table)


def tell(line: str) -> None:
    """Say on stderr what is being done, so that stdout holds the result alone.

    Parameters
    ----------
    line : str
        A few words.

    Examples
    --------
    >>> tell("reading the notebooks")
    """
    complain(f"… {line}")


@contextmanager
def progress(doing: str) -> Iterator[Any]:
    """Show how far long work is: a bar on a terminal, a line for each tenth elsewhere.

    Parameters
    ----------
    doing : str
        What is being done.

    Yields
    ------
    callable
        To be called with (steps done, steps in all).

    Examples
    --------
    >>> with progress("building") as show:
    ...     show(1, 2)
    """
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    if not console.is_terminal:
        told: set[int] = set()

        def show_lines(done: int, whole: int) -> None:
            tenth = 10 * done // max(whole, 1)
            if tenth not in told:
                told.add(tenth)
                tell(f"{doing}: {10 * tenth} %")

        yield show_lines
        return
    with Progress(console=console) as bar:
        task: TaskID = bar.add_task(doing, total=None)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)


def _plain(sign: str, encoding: str = "") -> bool:
    if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") and sign not in JOINERS:
        return False
    try:
        return not encoding or bool(sign.encode(encoding))
    except UnicodeEncodeError:
        return False


def _spelled(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    sign = error.object[error.start]
    spelled = SPELLED.get(sign) or sign.encode("ascii", "backslashreplace").decode()
    return spelled, error.start + 1
