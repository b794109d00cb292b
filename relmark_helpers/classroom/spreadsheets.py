"""CSV files as LMSs write and spreadsheets save them: their encodings and separators, and what becomes of numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from relmark_helpers.errors import CourseError

LARGEST_CELL = (
    2**31 - 1
)  # a text typed into Moodle stands in a cell of its worksheet; Python's limit is 128 KB


def read_rows(path: Path) -> list[list[str]]:
    """Read all rows of a CSV file.

    Parameters
    ----------
    path : Path
        UTF-8 (or Excel's Unicode text), with commas, semicolons or tabs.

    Returns
    -------
    list of list of str

    Raises
    ------
    CourseError
        If the file is missing, empty, a workbook, or of another encoding.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "students.csv"
    >>> _ = file.write_text("student_id;name\\nada;Ada Lovelace\\n", encoding="utf-16")
    >>> read_rows(file)
    [['student_id', 'name'], ['ada', 'Ada Lovelace']]
    """
    text = _text(path)
    if text[:4].casefold() == "sep=":  # Excel's own first line
        text = text.partition("\n")[2]
    first = text.lstrip("\r\n").splitlines()[0] if text.strip() else ""
    separator = max(",;\t", key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
    before = csv.field_size_limit(LARGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=separator))
    except csv.Error as error:
        raise CourseError(f"{path} cannot be read as CSV ({error}); export it again.") from error
    finally:
        csv.field_size_limit(before)


def restored(cell: str, where: str) -> str:
    """Give an id as it was before a spreadsheet took it for a number: without ``.0``.

    Parameters
    ----------
    cell : str
        The cell.
    where : str
        What the sentence begins with, ``"roster.csv, row 3, canvas_id"``.

    Returns
    -------
    str

    Raises
    ------
    CourseError
        If digits are lost, so that nothing can tell what it was.

    Examples
    --------
    >>> restored("340930.0", "roster.csv, row 2, canvas_id"), restored("ada.0", "roster.csv, row 2, login_id")
    ('340930', 'ada.0')
    >>> restored("1.23E+09", "roster.csv, row 3, canvas_id")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: roster.csv, row 3, canvas_id: a spreadsheet has rounded the number to 1.23E+09, ...
    """
    if re.fullmatch(r"\d+([.,]\d+)?E\+\d+", cell.strip(), re.IGNORECASE):
        raise CourseError(
            f"{where}: a spreadsheet has rounded the number to {cell.strip()}, and its digits are lost; export the list "
            "again and do not save it in a spreadsheet."
        )
    whole = re.fullmatch(r"(\d+)[.,]0+", cell.strip())
    return whole[1] if whole else cell


def zeros_lost(file: str, ids: Sequence[str]) -> tuple[str, ...]:
    """Say if ids that are numbers differ in length, since a spreadsheet makes 42 of 0042.

    Parameters
    ----------
    file : str
        Its name.
    ids : sequence of str
        Of the students.

    Returns
    -------
    tuple of str
        One sentence, or none.

    Examples
    --------
    >>> zeros_lost("roster.csv", ["20260007", "42"])
    ('roster.csv has ids of 8 digits and shorter ones (42): if a spreadsheet took zeros away in front, ...
    >>> zeros_lost("roster.csv", ["20260007", "20260042"])
    ()
    """
    longest = max(map(len, ids))
    short = [each for each in ids if len(each) < longest]
    if not short or not all(each.isdecimal() for each in ids):
        return ()
    told = ", ".join(short[:10]) + (" …" if len(short) > 10 else "")
    return (
        f"{file} has ids of {longest} digits and shorter ones ({told}): if a spreadsheet took zeros away in front, "
        "export it again and do not save it there.",
    )


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CourseError(f"Cannot read the roster {path} ({error.strerror}).") from error
    if content.startswith(b"PK"):
        raise CourseError(f"{path} is a spreadsheet, not CSV; in Excel save it as “CSV UTF-8”.")
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise CourseError(f"{path} is not written in UTF-8; in Excel save it as “CSV UTF-8”.") from error
    if "\0" in text:
        raise CourseError(f"{path} is not written in UTF-8; in Excel save it as “CSV UTF-8”.")
    if not text.strip():
        raise CourseError(f"{path} is empty; it needs a heading and a row for each student.")
    return text
