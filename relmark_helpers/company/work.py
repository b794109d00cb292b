"""The hidden folder of a company that is being built, from which a build that was stopped goes on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relmark_helpers.company.folder import WORK
from relmark_helpers.errors import CourseError

CHECKPOINT = "checkpoint.json"


@dataclass
class Work:
    """What a build has done so far.

    The checkpoint names the parts and the state that belong to it, and is renamed into place when they are
    whole. So whenever the build is stopped, the folder holds one whole checkpoint, and perhaps files that no
    checkpoint names, which are thrown away.

    Parameters
    ----------
    home : Path
        The folder of the company.
    plan : dict
        What is being built, as JSON has it.
    month : int
        Months that are done and written.
    parts : dict of list of str
        By table, the names of the files that hold its rows, in order.
    state : str
        The name of the file that holds the state after that month.

    Examples
    --------
    >>> import tempfile
    >>> work = Work(Path(tempfile.mkdtemp()), {"seed": 1})
    >>> part = work.write("orders-012.parquet", lambda path: path.write_bytes(b"rows"))
    >>> work.save(12, {"orders": part.name}, {"trust": np.array([0.5])})
    >>> Work.found(work.home, {"seed": 1}).month
    12
    """

    home: Path
    plan: dict[str, Any]
    month: int = 0
    parts: dict[str, list[str]] = field(default_factory=dict)
    state: str = ""

    @classmethod
    def found(cls, home: Path, plan: dict[str, Any], again: bool = False) -> Work:
        """Find the unfinished build in a folder, or begin one; nothing is written yet.

        Parameters
        ----------
        home : Path
            The folder of the company.
        plan : dict
            What is to be built.
        again : bool
            True to throw an unfinished build away.

        Returns
        -------
        Work

        Raises
        ------
        CourseError
            If something else is being built there.
        """
        new = cls(home, json.loads(json.dumps(plan, default=int)))
        if again:
            new.close()
        file = new.folder / CHECKPOINT
        if not file.is_file():
            return new
        anew = "or start anew with --again (in Python, again=True)"
        try:
            said = json.loads(file.read_text(encoding="utf-8"))
            old = cls(home, said["plan"], said["month"], said["parts"], said["state"])
            names = [old.state, *(name for names in old.parts.values() for name in names)]
            if not all((old.folder / name).is_file() for name in names):
                raise ValueError("a part is missing")
            differ = {name: value for name, value in old.plan.items() if value != new.plan.get(name)}
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            raise CourseError(
                f"The unfinished build in {new.folder} is damaged; remove that folder, {anew}."
            ) from error
        if "course" in differ:
            raise CourseError(
                f"{home} holds an unfinished build by another version of the course; finish it with that, {anew}."
            )
        if differ:
            values = ", ".join(f"{name} {value}" for name, value in differ.items())
            raise CourseError(
                f"{home} holds an unfinished build with other values ({values}); finish it with those, {anew}."
            )
        return old

    @property
    def folder(self) -> Path:
        """The hidden folder."""
        return self.home / WORK

    def files(self, table: str) -> list[Path]:
        """Give the files that hold a table's rows so far, in order."""
        return [self.folder / name for name in self.parts.get(table, [])]

    def write(self, name: str, how: Callable[[Path], object]) -> Path:
        """Write a file in the folder, and rename it into place when it is whole.

        Parameters
        ----------
        name : str
            Its name.
        how : callable
            Called with the path to write to.

        Returns
        -------
        Path
            Where it is.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        half = self.folder / f"{name}.half"
        half.unlink(missing_ok=True)
        how(half)
        return half.replace(self.folder / name)

    def save(self, month: int, parts: dict[str, str], state: dict[str, NDArray[Any]]) -> None:
        """Make a checkpoint.

        Parameters
        ----------
        month : int
            Months that are done.
        parts : dict of str
            By table, the name of the file that holds the rows since the last checkpoint.
        state : dict of ndarray
            The state after that month.
        """

        def store(path: Path) -> None:
            with path.open("wb") as stream:  # to a path, numpy would add an ending
                np.savez(stream, **state)  # type: ignore[arg-type]

        before, name = self.state, f"state-{month:03}.npz"
        grown = {table: [*self.parts.get(table, []), part] for table, part in parts.items()}
        self.write(name, store)
        self.parts, self.month, self.state = self.parts | grown, month, name
        said = {"plan": self.plan, "month": month, "parts": self.parts, "state": name}
        self.write(CHECKPOINT, lambda path: path.write_text(json.dumps(said), encoding="utf-8"))
        if before:
            (self.folder / before).unlink(missing_ok=True)

    def saved_state(self) -> dict[str, NDArray[Any]]:
        """Give the state of the checkpoint.

        Returns
        -------
        dict of ndarray
        """
        with np.load(self.folder / self.state) as arrays:
            return {name: arrays[name] for name in arrays.files}

    def tidy(self) -> None:
        """Throw away what no checkpoint names; without a checkpoint, the folder."""
        if not self.month:
            self.close()
            return
        keep = {CHECKPOINT, self.state, *(name for names in self.parts.values() for name in names)}
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name not in keep:
                path.unlink()

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
