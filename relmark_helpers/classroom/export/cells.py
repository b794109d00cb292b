"""Cells of a CSV file that is opened in a spreadsheet on its way, and matched by an LMS at its end."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from relmark_helpers.errors import CourseError
from relmark_helpers.files import replacing


def defused(cell: str) -> str:
    """Keep a spreadsheet from running a name as a formula: one that begins like one gets an apostrophe.

    Only for what the LMS does not match by: an id must come back as it is.

    Parameters
    ----------
    cell : str
        A name, a section, a status.

    Returns
    -------
    str

    Examples
    --------
    >>> defused('=HYPERLINK("http://example.org")'), defused("Ada"), defused("-"), defused("-1.5")
    ('\\'=HYPERLINK("http://example.org")', 'Ada', '-', '-1.5')
    """
    if re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]", cell) and not re.fullmatch(
        r"-|[+-]?[\d.,]+", cell
    ):
        return f"'{cell}"
    return cell


def points(cell: str) -> float | None:
    """Read points as an LMS writes them, with a point or a comma; None if it is no number.

    Parameters
    ----------
    cell : str
        A cell.

    Returns
    -------
    float or None

    Examples
    --------
    >>> points("100.00"), points("100,00"), points("(read only)")
    (100.0, 100.0, None)
    """
    try:
        return float(cell.strip().replace(",", "."))
    except ValueError:
        return None


def same_points(lms: str, cell: str, most: float, assignment: str) -> None:
    """Refuse marks on another scale than the LMS has: it would take 8 of 100 as 8 of 10.

    Parameters
    ----------
    lms : str
        Canvas or Moodle.
    cell : str
        The points it has; anything else than a number is passed over.
    most : float
        The points of the assignment.
    assignment : str
        Its name.

    Raises
    ------
    CourseError
        If they differ.

    Examples
    --------
    >>> same_points("Canvas", "100", 100.0, "04_satisfaction")
    >>> same_points("Canvas", "10", 100.0, "04_satisfaction")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: 04_satisfaction has 100 points, but 10 in Canvas; ...
    """
    there = points(cell)
    if there is not None and abs(there - most) > 0.005:
        raise CourseError(
            f"{assignment} has {most:g} points, but {there:g} in {lms}; "
            f"give it {most:g} there and download the file anew."
        )


def write_rows(out: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write a CSV file in UTF-8, whole or not at all.

    Without a byte order mark, which Canvas would read as part of the first heading.

    Parameters
    ----------
    out : Path
        The file to make or replace.
    rows : sequence of sequence of str
        The heading and the rows.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "grades.csv"
    >>> write_rows(file, [["Student", "ID"], ["Smith, Bob", "7"]])
    >>> file.read_text()
    'Student,ID\\n"Smith, Bob",7\\n'
    """
    with replacing(out) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        plain = csv.writer(file, lineterminator="\n")
        quoted = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        for row in rows:  # the writer itself leaves a lone carriage return bare, which would end the row
            (quoted if any("\r" in cell for cell in row) else plain).writerow(row)
