"""The one kind of error that a learner, an instructor or an author can cause and mend."""

from __future__ import annotations


class CourseError(ValueError):
    """A wrong input, told in one sentence: what is wrong, where, and how to mend it.

    In a notebook only the sentence is shown, without a traceback; the command ``relmark`` prints it
    on stderr and ends with exit code 1.

    Parameters
    ----------
    sentence : str
        What is wrong, where, and how to mend it.

    Examples
    --------
    >>> raise CourseError("NPS needs answers from 0 to 10; found 11 in 3 rows (first: row 17).")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: NPS needs answers from 0 to 10; found 11 in 3 rows (first: row 17).
    """

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback: the sentence."""
        return [str(self)]
