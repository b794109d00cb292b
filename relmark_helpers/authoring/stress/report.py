"""What many cases showed, counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

FAULTS = {
    "right fails": "a right answer fails",
    "wrong passes": "a wrong answer passes",
    "due": "points or sentence are not those due",
    "coincides": "a usual mistake gives the right value",
    "alike": "two usual mistakes give the same value",
    "stops": "the reference or a usual mistake stops",
}
SLOWEST_DRAW = 0.2


@dataclass
class Count:
    """How often something was seen, and for whom first."""

    times: int = 0
    student: str = ""


@dataclass
class Report:
    """What the cases of one assignment showed.

    Parameters
    ----------
    assignment : str
        Its name.
    cases, forms, wrongs : int
        Cases drawn, other forms of right answers tried, wrong answers tried.
    named, placed : int
        Wrong answers that are named, and those of which only the place is said.
    draws : list of float
        Seconds of processor for each draw.
    seen : dict
        Counts by fault and what it is about.
    by_slip : dict
        For each mistake: how often it was tried, and how often named.
    """

    assignment: str
    cases: int = 0
    forms: int = 0
    wrongs: int = 0
    named: int = 0
    placed: int = 0
    draws: list[float] = field(default_factory=list)
    seen: dict[tuple[str, str], Count] = field(default_factory=dict)
    by_slip: dict[str, list[int]] = field(default_factory=dict)

    def note(self, fault: str, about: str, student: str) -> None:
        """Count something that was seen."""
        count = self.seen.setdefault((fault, about), Count(student=student))
        count.times += 1

    def add(self, other: Report) -> None:
        """Add what other cases of the same assignment showed."""
        for name in ("cases", "forms", "wrongs", "named", "placed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.draws += other.draws
        for key, count in other.seen.items():
            mine = self.seen.setdefault(key, Count(student=count.student))
            mine.times += count.times
        for name, pair in other.by_slip.items():
            so_far = self.by_slip.setdefault(name, [0, 0])
            self.by_slip[name] = [so_far[0] + pair[0], so_far[1] + pair[1]]

    @property
    def fails(self) -> bool:
        """Whether anything was seen that must not be."""
        return any(fault != "alike" for fault, _ in self.seen)

    @property
    def typical_draw(self) -> float:
        """The seconds that nine draws in ten stay under; the first of all, which imports, is left out."""
        rest = sorted(self.draws[1:]) or self.draws or [0.0]
        return rest[int(0.9 * (len(rest) - 1))]

    def said(self) -> list[str]:
        """What must not be, a sentence for each kind of it."""
        order = list(FAULTS)
        found = sorted(self.seen.items(), key=lambda item: (order.index(item[0][0]), item[0][1]))
        return [
            f"{FAULTS[fault]}: {about} ({count.times} times in {self.cases} cases, first {count.student})"
            for (fault, about), count in found
            if fault != "alike"
        ]

    def unnamed(self) -> list[str]:
        """Mistakes of which not every case was named, with how many were."""
        return [f"{name}: {hit} of {tried}" for name, (tried, hit) in self.by_slip.items() if hit < tried]

    def summary(self) -> str:
        """The figures in one line."""
        share = f"{self.named / self.wrongs:.0%}" if self.wrongs else "none"
        return (
            f"{self.assignment}: {self.cases} cases, {self.forms} right answers in other forms, "
            f"{self.wrongs} wrong answers ({share} named, {self.placed} more told where); "
            f"a draw takes {self.typical_draw:.2f} s."
        )

    def as_dict(self) -> dict[str, Any]:
        """All figures, for JSON."""
        return {
            "assignment": self.assignment,
            "cases": self.cases,
            "forms": self.forms,
            "wrong_answers": self.wrongs,
            "named": self.named,
            "placed": self.placed,
            "draw_seconds": round(self.typical_draw, 4),
            "fails": self.fails,
            "seen": [
                {"fault": fault, "about": about, "times": count.times, "first": count.student}
                for (fault, about), count in sorted(self.seen.items())
            ],
            "unnamed": self.unnamed(),
        }
