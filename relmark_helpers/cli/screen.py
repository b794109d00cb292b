"""What the commands share: finding the course, and saying results as a table or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relmark_helpers import course
from relmark_helpers.errors import CourseError

if TYPE_CHECKING:
    from rich.progress import TaskID


def own_course() -> Path:
    """Find the course to work in: at or above the working folder, else the checkout.

    Returns
    -------
    Path

    Raises
    ------
    CourseError
        If there is none.

    Examples
    --------
    >>> import contextlib, tempfile, relmark_helpers.course as course
    >>> checkout, course.CHECKOUT = course.CHECKOUT, Path("/nowhere")
    >>> with contextlib.chdir(tempfile.mkdtemp()):
    ...     own_course()
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no course folder here; lay one out with ...
    >>> course.CHECKOUT = checkout
    """
    found = course.course_folder()
    if found is None and (course.CHECKOUT / "chapters").is_dir():  # its exercises may not be released yet
        found = course.CHECKOUT
    if found is None:
        raise CourseError(
            "There is no course folder here; lay one out with `relmark init DIR`, go into it and try again."
        )
    return found


def say_json(value: Any) -> None:
    """Print a value as JSON, with Chinese as it is.

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
    print(json.dumps(value, ensure_ascii=False, indent=2))


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
        table.add_row(*(Text(cell) for cell in row))  # as it is: [brackets] are no markup
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
    print(f"… {line}", file=sys.stderr, flush=True)


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
