"""The folder of a company: which files it holds, and whether they are as they were made."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relmark_helpers.company.schema import TABLES
from relmark_helpers.course import material_folder
from relmark_helpers.errors import CourseError

DESCRIPTION = "datapackage.json"
DATABASE = "meridian_home.duckdb"
FORMATS = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "duckdb": "application/x-duckdb"}
HASHED = 50_000_000  # bytes: a larger file is known by its size alone, so that loading stays fast
WORK = ".building"  # in the folder of a company that is being built
ANEW = "make one with `relmark company build --out FOLDER`"
AGAIN = (
    "make the company again with `relmark company build --out FOLDER`, "
    "or install the course again if it is the course's own"
)


@dataclass(frozen=True)
class Resource:
    """The file that holds a table, and what the description says of it.

    Parameters
    ----------
    file : Path
        Where it is; all tables of a DuckDB company are in one file.
    rows : int
        Rows of the table.
    size : int
        Bytes of the file.
    digest : str
        Its SHA-256, as 64 hexadecimal digits.

    Examples
    --------
    >>> opened().resources["branches"].rows
    12
    """

    file: Path
    rows: int
    size: int
    digest: str

    def check(self) -> None:
        """Make sure that the file is the one that was made: by its SHA-256, or by its size alone past 50 MB.

        Raises
        ------
        CourseError
            If it has been altered, or cannot be read.

        Examples
        --------
        >>> opened().resources["branches"].check()
        """
        try:
            size = self.file.stat().st_size
            found = sha256(self.file) if max(size, self.size) <= HASHED else ""
        except OSError as error:
            raise _unreadable(self.file, error) from error
        if size == self.size and found in ("", self.digest):
            return
        _finished(self.file.parent)
        differs = (
            f"checksum {self.digest[:8]} expected, {found[:8]} found"
            if found
            else f"{self.size:,} bytes expected, {size:,} found"
        )
        raise CourseError(f"{self.file} has been altered since it was made ({differs}); {AGAIN}.")


@dataclass(frozen=True)
class Company:
    """A company on disk.

    Parameters
    ----------
    folder : Path
        Its folder.
    form : str
        ``"csv"``, ``"parquet"`` or ``"duckdb"``.
    resources : dict of Resource
        By table, in the order of :data:`schema.TABLES`.
    made_with : dict
        The values it was built with.

    Examples
    --------
    >>> opened().form
    'csv'
    """

    folder: Path
    form: str
    resources: dict[str, Resource]
    made_with: dict[str, Any]


def opened(company: Path | str | None = None) -> Company:
    """Find a company on disk, and make sure that no file is missing.

    Parameters
    ----------
    company : Path or str, optional
        A folder made by ``relmark company build``, or the DuckDB file in it; by default the course's own.

    Returns
    -------
    Company

    Raises
    ------
    CourseError
        If it is no company, a file is missing, or the description is damaged.

    Examples
    --------
    >>> list(opened().resources)[0]
    'branches'
    >>> opened("nowhere")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no company in nowhere, for it is not a folder; ...
    """
    folder = material_folder() / "datasets" if company is None else Path(company).expanduser()
    try:
        if folder.name == DATABASE and folder.is_file():
            folder = folder.parent
        if not folder.is_dir():
            raise CourseError(f"There is no company in {folder}, for it is not a folder; {ANEW}.")
        found = _read(folder) if (folder / DESCRIPTION).is_file() else None
        missing = [DESCRIPTION] if found is None else [name for name in TABLES if name not in found.resources]
        files = {each.file for each in found.resources.values()} if found else set()
        missing += sorted(file.name for file in files if not file.is_file())
    except OSError as error:
        raise _unreadable(folder, error) from error
    if missing or found is None:
        _finished(folder)
        raise CourseError(f"The company in {folder} is not whole ({', '.join(missing)} missing); {ANEW}.")
    return found


def _finished(folder: Path) -> None:
    if (folder / WORK).is_dir():
        raise CourseError(
            f"The company in {folder} is not finished; run the same `relmark company build` again."
        )


def _unreadable(place: Path, error: OSError) -> CourseError:
    return CourseError(f"Cannot read {place} ({error.strerror}); ask for the right to, or copy it elsewhere.")


def _read(folder: Path) -> Company:
    file = folder / DESCRIPTION
    try:
        package = json.loads(file.read_text(encoding="utf-8"))
        described = {each["name"]: each for each in package["resources"]}
        forms = {each["format"] for each in described.values()}
        if len(forms) != 1 or not forms <= set(FORMATS):
            raise ValueError("a company has one format")
        resources = {
            name: Resource(
                folder / Path(str(described[name]["path"])).name,  # never outside the folder
                int(described[name]["rows"]),
                int(described[name]["bytes"]),
                str(described[name]["hash"]).removeprefix("sha256:"),
            )
            for name in TABLES
            if name in described
        }
        return Company(folder, forms.pop(), resources, dict(package["made_with"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged(file) from error


def damaged(file: Path) -> CourseError:
    """Say that a file is damaged, and how to mend it.

    Parameters
    ----------
    file : Path
        The file.

    Returns
    -------
    CourseError
        To be raised.

    Examples
    --------
    >>> str(damaged(Path("orders.csv"))).partition(";")[0]
    'orders.csv is damaged'
    """
    return CourseError(f"{file} is damaged; {AGAIN}.")


def sha256(file: Path) -> str:
    """Give the SHA-256 of a file, as 64 hexadecimal digits.

    Parameters
    ----------
    file : Path
        The file, of any size.

    Returns
    -------
    str

    Examples
    --------
    >>> len(sha256(opened().folder / "branches.csv"))
    64
    """
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
