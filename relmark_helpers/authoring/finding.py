"""One thing that is wrong in the material, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong in the material, and how to mend it.

    Parameters
    ----------
    file : str
        The file, relative to the course folder.
    cell : str
        The id of the cell; empty if the finding is about the whole file.
    says : str
        What is wrong and how to mend it.
    level : str
        ``"error"``, or ``"warning"`` for what is worth a look but does not fail.

    Examples
    --------
    >>> print(Finding("chapters/04_satisfaction.ipynb", "ch04-paths", "17 lines; split the cell."))
    chapters/04_satisfaction.ipynb [ch04-paths] 17 lines; split the cell.
    """

    file: str
    cell: str
    says: str
    level: str = "error"

    def __str__(self) -> str:
        where = f"{self.file} [{self.cell}]" if self.cell else self.file
        return f"{where} {'(warning) ' if self.level == 'warning' else ''}{self.says}"
