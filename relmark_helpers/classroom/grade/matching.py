"""Which cell of a notebook is which cell of the release: by nbgrader's mark, its id, its text, the names it binds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from relmark_helpers.classroom.grade.plan import Cell, Plan, bound
from relmark_helpers.classroom.grade.reading import RawCell, plain


class Match:
    """The cells of a notebook beside those of the release.

    Parameters
    ----------
    plan : Plan
        What was released.
    cells : list of dict
        The notebook's cells; the list may grow while cells are put back.

    Examples
    --------
    >>> plan = Plan("00_start_here", (Cell("00-1-check", "check", "code", "rm.check(case, '1', x)", ""),), {})
    >>> lost = {"cell_type": "code", "id": "cell-0", "metadata": {}, "source": "rm.check(case, '1', x)\\n", "claims": ""}
    >>> Match(plan, [lost]).found["00-1-check"]["id"]
    '00-1-check'
    """

    def __init__(self, plan: Plan, cells: list[RawCell]) -> None:
        self.plan, self.cells = plan, cells
        self.found: dict[str, RawCell] = {}
        self.lost: set[str] = set()  # names of graded cells that had no mark
        self.copies = self._doubles()
        for search in (self._by_mark, self._by_id, self._by_text):
            self._each(search)
        # whether anything says that this is the assignment at all
        self.known = any(cell.graded and cell.name in self.found for cell in plan.cells)
        self._each(self._by_names)
        self._each(self._by_place)
        self._name()

    def _doubles(self) -> dict[str, list[RawCell]]:
        """Of several cells with one mark the last is the cell."""
        doubles = {}
        for cell in self.plan.cells:
            claiming = [raw for raw in self.cells if cell.graded and raw["claims"] == cell.name]
            if len(claiming) > 1:
                doubles[cell.name] = claiming
            for raw in claiming[:-1]:
                raw["claims"] = ""
                raw["copy"] = "yes"
        return doubles

    def _each(self, search: object) -> None:
        for cell in self.plan.cells:
            if cell.name not in self.found and (raw := search(cell)) is not None:  # type: ignore[operator]
                self.found[cell.name] = raw
                if cell.graded and not raw["claims"]:
                    self.lost.add(cell.name)

    def is_own(self, raw: RawCell) -> bool:
        """Whether a cell is the student's own: none of the release, and no mark on it."""
        return not raw["claims"] and not any(raw is each for each in self.found.values())

    def _free(self, cells: list[RawCell]) -> list[RawCell]:
        return [raw for raw in cells if self.is_own(raw) and "copy" not in raw]

    def _by_mark(self, cell: Cell) -> RawCell | None:
        return next((raw for raw in self.cells if cell.graded and raw["claims"] == cell.name), None)

    def _by_id(self, cell: Cell) -> RawCell | None:
        fitting = (raw for raw in self._free(self.cells) if raw["id"] == cell.name)
        return next((raw for raw in fitting if cell.graded or raw["cell_type"] == cell.cell_type), None)

    def _by_text(self, cell: Cell) -> RawCell | None:
        text = squeezed(cell.released)
        alike = sum(squeezed(each.released) == text for each in self.plan.cells)
        free = self._free(self.cells) if text and alike == 1 else []
        return next((raw for raw in free if squeezed(raw["source"]) == text), None)

    def _by_names(self, cell: Cell) -> RawCell | None:
        """An answer by the names that it binds: in its task, where it may be split, or else anywhere."""
        asked = bound(cell.released) if cell.role == "answer" else set()
        ids = {each.name for each in self.plan.cells}
        near = [raw for raw in self._free(self.region(cell)) if raw["cell_type"] == "code"]
        near = [raw for raw in near if raw["id"] not in ids and asked & bound(raw["source"])]
        if near and asked <= {name for raw in near for name in bound(raw["source"])}:
            return near[-1]
        anywhere = [raw for raw in self._free(self.cells) if raw["id"] not in ids]
        whole = [raw for raw in anywhere if asked and asked <= bound(raw["source"])]
        return whole[-1] if whole else near[-1] if near else None

    def _by_place(self, cell: Cell) -> RawCell | None:
        """A written answer by where it stands."""
        near = self._free(self.region(cell)) if cell.role == "written" else []
        texts = [raw for raw in near if raw["cell_type"] == "markdown" and raw["source"].strip()]
        return next(
            (raw for raw in texts if squeezed(raw["source"]) == squeezed(cell.released)), None
        ) or next(iter(texts), None)

    def _name(self) -> None:
        """Give every cell the id that it has in the release, and no other cell such an id."""
        names = {cell.name for cell in self.plan.cells}
        for number, raw in enumerate(self.cells):
            if raw["id"] in names and self.found.get(raw["id"]) is not raw:
                raw["id"] = f"own-{number}-{raw['id']}"[:64]
        for cell in self.plan.cells:
            if cell.name in self.found and not cell.graded:
                self.found[cell.name]["id"] = cell.name

    def at(self, raw: RawCell) -> int:
        """Where a cell stands in the notebook."""
        return next(place for place, each in enumerate(self.cells) if each is raw)

    def span(self, cell: Cell) -> tuple[int, int]:
        """Between which places a cell belongs: behind what is found before it, before what is found after it."""
        place = self.plan.cells.index(cell)
        before = [self.found[each.name] for each in self.plan.cells[:place] if each.name in self.found]
        after = [self.found[each.name] for each in self.plan.cells[place + 1 :] if each.name in self.found]
        start = self.at(before[-1]) + 1 if before else 0
        end = self.at(after[0]) if after else len(self.cells)
        if end < start:  # tasks were moved
            later = (at for at in range(start, len(self.cells)) if not self.is_own(self.cells[at]))
            end = next(later, len(self.cells))
        return start, end

    def region(self, cell: Cell) -> list[RawCell]:
        """The cells that stand where a cell belongs."""
        start, end = self.span(cell)
        return self.cells[start:end]

    def put_back(self, cell: Cell, raw: RawCell) -> bool:
        """Put a cell back: a test behind all that works on what it tests, an answer so that it undoes none.

        Returns
        -------
        bool
            Whether the answer is given in cells of the student's own.
        """
        start, end = self.span(cell)
        elsewhere = False
        names = cell.names
        if cell.role == "answer":
            names = tuple(bound(cell.released))
            own = [each for each in self.cells if each["cell_type"] == "code" and not each["claims"]]
            own = [each for each in own if self._is_theirs(each)]
            elsewhere = bool(names) and set(names) <= {name for each in own for name in bound(each["source"])}
            if elsewhere:
                raw["source"] = "# Answered in other cells."
        place = start
        for at in range(start, end):
            if any(re.search(rf"\b{re.escape(name)}\b", self.cells[at]["source"]) for name in names):
                place = at + 1
        self.cells.insert(place, raw)
        self.found[cell.name] = raw
        return elsewhere

    def _is_theirs(self, raw: RawCell) -> bool:
        """Whether a cell holds code of the student's: their own cell, or an answer that was written."""
        for cell in self.plan.cells:
            if self.found.get(cell.name) is raw:
                return cell.role == "answer" and squeezed(raw["source"]) != squeezed(cell.released)
        return True


def squeezed(source: str) -> str:
    """A cell's text without what editors change: blanks at the ends of lines, and empty lines round it.

    Examples
    --------
    >>> squeezed("a = 1  \\n\\n") == squeezed("a = 1")
    True
    """
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def stranger(plan: Plan, cells: list[RawCell]) -> str:
    """Say which other notebook of the course this is; empty if it is none.

    Examples
    --------
    >>> cells = [{"id": "07-1-answer", "claims": "", "cell_type": "code", "source": ""}]
    >>> stranger(Plan("00_start_here", (), {}), cells)
    'This is assignment 07 (Loyalty economics), filed under 00.'
    """
    from relmark_helpers.course import CHAPTERS

    titles = {each.number: each.title_en for each in CHAPTERS}
    here = plan.assignment[:2]
    seen = Counter(number for raw in cells for number in _numbers(raw))
    for number, _ in seen.most_common(1):
        if number.startswith("ch") and number[2:] in titles:
            what = f"the notebook of chapter {number[2:]} ({titles[number[2:]]})"
            return (
                f"This is {what}, which is for reading; the assignment lies in exercises/{plan.assignment}."
            )
        if number in titles and number != here:
            return f"This is assignment {number} ({titles[number]}), filed under {here}."
    return ""


def nothing_of(plan: Plan, cells: list[RawCell]) -> str:
    """Say that a notebook has nothing of the assignment, and how it begins.

    Examples
    --------
    >>> nothing_of(Plan("00_start_here", (), {}), [{"source": "import torch"}])
    'Nothing in this notebook belongs to 00_start_here. It begins with "import torch".'
    """
    head = next((raw["source"].strip().splitlines()[0] for raw in cells if raw["source"].strip()), "")
    begins = f'It begins with "{plain(head)[:60]}".' if head else "It is empty."
    return f"Nothing in this notebook belongs to {plan.assignment}. {begins}"


def _numbers(raw: RawCell) -> Iterator[str]:
    if found := re.match(r"(?:ch)?\d\d(?=-)", raw["claims"] or raw["id"]):
        yield found.group()
