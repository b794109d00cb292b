"""What the instructor is told at the end of a batch: one row a submission, and the few that need a look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relmark_helpers.classroom.grade.intake import Intake
    from relmark_helpers.classroom.grade.standing import Mark
    from relmark_helpers.classroom.grade.work import Outcome
    from relmark_helpers.classroom.journal import Entry, Event

INCOMPLETE = ("size", "set-up", "test")  # kinds of events that nobody need have meant


@dataclass(frozen=True)
class Row:
    """What came of one submission.

    Parameters
    ----------
    student : str
        Who.
    points, most : float or None
        Earned so far, and to be earned; None where it is not known.
    needs_reader : bool
        Whether a reader has to grade something.
    refused : str
        Why it could not be graded.
    repairs, suspicious, incomplete : tuple of str
        What was mended; what happened that should be looked at; what of it could not be graded as it should.
    seconds_late : float
        How late it was.
    seconds : float
        How long it took.
    processor : (float, float)
        Seconds of processor time of the student's process and of the judge's.
    kept : bool
        Graded before and unchanged since.

    Examples
    --------
    >>> Row("ada", kept=True).state
    'kept'
    """

    student: str
    points: float | None = None
    most: float | None = None
    needs_reader: bool = False
    refused: str = ""
    repairs: tuple[str, ...] = ()
    suspicious: tuple[str, ...] = ()
    seconds_late: float = 0.0
    seconds: float = 0.0
    processor: tuple[float, float] = (0.0, 0.0)
    kept: bool = False
    incomplete: tuple[str, ...] = ()

    @classmethod
    def of(cls, student: str, mark: Mark, intake: Intake, outcome: Outcome) -> Row:
        """Put a row together from what the steps found."""
        return cls._with(
            (*intake.events, *outcome.events),
            mark,
            student=student,
            refused=intake.refused,
            repairs=tuple(intake.repairs),
            seconds=outcome.seconds,
            processor=outcome.processor,
        )

    @classmethod
    def kept_as(cls, known: Entry, mark: Mark) -> Row:
        """Put a row together of what was graded before, so that a resumed batch tells of everyone."""
        return cls._with(
            known.events,
            mark,
            student=known.student,
            refused=known.reason,
            repairs=known.repairs,
            kept=True,
        )

    @classmethod
    def _with(cls, events: Iterable[Event], mark: Mark, **told: Any) -> Row:
        innocent = [event for event in events if event.kind in INCOMPLETE]
        return cls(
            points=mark.points,
            most=mark.most,
            needs_reader=mark.needs_reader,
            seconds_late=mark.seconds_late,
            suspicious=_told(event for event in events if event not in innocent),
            incomplete=_told(innocent),
            **told,
        )

    @property
    def state(self) -> str:
        """The one word for it: refused, suspicious, incomplete, repaired, graded or kept."""
        if self.kept:
            return "kept"
        if self.refused:
            return "refused"
        if self.suspicious:
            return "suspicious"
        return "incomplete" if self.incomplete else "repaired" if self.repairs else "graded"


@dataclass(frozen=True)
class Summary:
    """What came of a class.

    Parameters
    ----------
    assignment : str
        The assignment.
    rows : tuple of Row
        By student.
    rung : str
        The sandbox.
    seconds : float
        How long it took.
    notes : tuple of str
        What concerns the whole class, a sentence each.

    Examples
    --------
    >>> Summary("04_satisfaction", (Row("ada", 90, 100), Row("bo", refused="The file is empty.")), "plain", 1).counts
    {'graded': 1, 'refused': 1}
    """

    assignment: str
    rows: tuple[Row, ...]
    rung: str
    seconds: float
    notes: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many submissions are in which state."""
        states = [row.state for row in self.rows]
        return {state: states.count(state) for state in dict.fromkeys(states)}

    def to_look_at(self) -> list[tuple[str, str, str]]:
        """List student, state and reason of all that is not simply graded."""
        looked = []
        for row in self.rows:
            reasons = [row.refused] if row.refused else [*row.suspicious, *row.incomplete, *row.repairs]
            looked += [(row.student, row.state, reason) for reason in reasons]
            if row.seconds_late > 0:
                looked.append(
                    (row.student, "late", f"handed in {_duration(row.seconds_late)} after the due date")
                )
        return looked

    def as_dict(self) -> dict[str, Any]:
        """Give all of it as plain data, for ``--json``."""
        rows = [asdict(row) | {"state": row.state} for row in self.rows]
        return {
            "assignment": self.assignment,
            "sandbox": self.rung,
            "seconds": round(self.seconds, 2),
            "counts": self.counts,
            "needs_reader": sum(row.needs_reader for row in self.rows),
            "notes": self.notes,
            "submissions": rows,
        }


def _told(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(f"{each.cell}: {each.says}" if each.cell else each.says for each in events)


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    days, hours = minutes // 1440, minutes // 60 % 24
    return f"{days} d {hours} h" if days else f"{hours} h {minutes % 60} min" if hours else f"{minutes} min"
