"""The command ``relmark``: for learners, instructors and authors."""

from __future__ import annotations

import atexit
import gc
import sys

import typer

from relmark_helpers.cli import author, company, instructor, learner, screen
from relmark_helpers.errors import CourseError

app = typer.Typer(
    help="Relationship marketing you can run: read, work, check, grade and write the course.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain text, which screen readers and logs take as well
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
learner.add_to(app)
instructor.add_to(app)
author.add_to(app)
company.add_to(app)


def main(words: list[str] | None = None) -> None:
    """Run ``relmark``; what can be mended is told in one sentence on stderr, with exit code 1.

    Parameters
    ----------
    words : list of str, optional
        The words after ``relmark``; those of the command line by default.

    Examples
    --------
    >>> main(["check", "99"])
    Traceback (most recent call last):
    SystemExit: 1
    """
    screen.take_any_text()
    if words is None:
        atexit.register(gc.freeze)  # the process ends: its memory need not be searched for what is unused
    try:
        app(words, prog_name="relmark")
    except CourseError as error:
        _stop(str(error))
    except OSError as error:  # a full disk, a folder one may not write to
        place = f" ({error.filename})" if error.filename else ""
        _stop(f"{error.strerror or error}{place}; free some space or choose a folder you may write to.")


def _stop(sentence: str) -> None:
    screen.complain(f"relmark: {sentence}")
    sys.exit(1)
