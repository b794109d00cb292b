"""The report as one HTML page that needs nothing else: no script, no font, no picture from anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from markupsafe import Markup

from relmark_helpers.classroom.report import alike, charts, copying, items, sentences
from relmark_helpers.classroom.report.findings import Findings
from relmark_helpers.course import chapter
from relmark_helpers.errors import CourseError
from relmark_helpers.style import PALETTE

LONGEST = 600  # characters of anything that a student or a notebook may have written
BINS = 10
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True)
class Table:
    """A table of the page.

    Parameters
    ----------
    caption : str
        What it shows.
    head : sequence of str
        Names of the columns; the first column is the head of each row.
    rows : sequence of sequences
        Texts of the fields.
    words : sequence of int
        Columns that hold words, not numbers.

    Examples
    --------
    >>> Table("Marks", ("student", "mark"), [("ada", "4")]).head[1]
    'mark'
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Any]]
    words: Sequence[int] = field(default=())


def page(found: Findings) -> str:
    """Write the report as HTML.

    Parameters
    ----------
    found : Findings
        What was found.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.classroom.report.marks import Marks, comparable
    >>> none = Marks("04_satisfaction", (), ())
    >>> matrix = comparable(none)
    >>> nothing = Findings(none, matrix, [], [], items.reliability(matrix), [], [], copying.Found((), 0, ()), [], [], [], [], 0)
    >>> "Satisfaction" in page(nothing), "<script" in page(nothing)
    (True, False)
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        known = chapter(found.marks.name)
        titles = (f"{known.number} {known.title_en}", known.title_zh)
    except CourseError:
        titles = (found.marks.name, "")
    counts, edges = _histogram(found)
    return environment.get_template("page.html").render(
        titles=titles,
        found=found,
        palette=PALETTE,
        says=sentences,
        summary=_summary(found),
        people=_people(found),
        histogram=charts.histogram(counts, edges, "histogram-says"),
        histogram_table=_histogram_table(counts, edges),
        histogram_says=sentences.distribution(counts, edges),
        reliability=_reliability(found),
        difficulty=_bars(found.tasks, lambda each: each.share, (0.0, 0.5, 1.0), "difficulty-says"),
        discrimination=_bars(
            found.tasks, lambda each: each.discrimination, (-0.5, 0.0, 0.5, 1.0), "discrimination-says"
        ),
        tasks=_items("Every task", "task", found.tasks),
        cells=_items("Every test cell", "cell", found.cells),
        flags_say=items.FLAGS_SAY,
        told=[(each, _told(each)) for each in found.told],
        choices=[(each, _choices(each)) for each in found.choices],
        events=_events(found),
        foreign=_foreign(found),
        limit=copying.LIMIT,
        pairs=[*found.code, *found.texts][: alike.MOST_PAIRS],
        more_pairs=max(0, len(found.code) + len(found.texts) - alike.MOST_PAIRS),
        alike=alike,
    )


def printable(value: Any) -> Any:
    """Make a text fit for a page: nothing that HTML forbids, and not endlessly long.

    Parameters
    ----------
    value : object
        What a template is about to write.

    Returns
    -------
    object
        The same, where it is no plain text.

    Examples
    --------
    >>> printable("a\\x00b\\ud800"), len(printable("x" * 5000))
    ('a�b�', 602)
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    shown = value if len(value) <= LONGEST else f"{value[:LONGEST]} …"
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", shown)


def _number(value: float | None, digits: int = 2) -> str:
    if value is None or not np.isfinite(value):
        return "–"
    return f"{value:.{digits}f}".replace("-", "−")


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f} %"


def _points(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}"


def _chance(value: float) -> str:
    return f"{value:.1g}" if value >= 1e-4 else "under 0.0001"


def _summary(found: Findings) -> list[tuple[str, str]]:
    numbers = found.numbers
    names = {
        "students": "students",
        "submitted": "submitted",
        "graded": "graded",
        "refused": "refused",
        "not graded yet": "not_graded",
        "need a reader": "need_a_reader",
        "late": "late",
    }
    counted = [(name, str(numbers[key])) for name, key in names.items()]
    return [
        *counted,
        (f"mean of {_points(found.matrix.most)}", _number(found.mean, 1)),
        ("median", _number(found.median, 1)),
        ("standard deviation", _number(found.spread, 1)),
    ]


def _people(found: Findings) -> list[Table]:
    marks = found.marks
    refused = [(each.id, each.entry.reason if each.entry else "") for each in marks.having("refused")]
    late = [
        (each.id, _number(each.hours_late, 1), _points(each.penalty))
        for each in marks.students
        if each.hours_late
    ]
    tables = [
        Table("Refused, without points", ("student", "why"), refused, (1,)),
        Table("Late", ("student", "hours late", "penalty in points"), late),
        Table("Submitted, not graded yet", ("student",), [(each.id,) for each in marks.having("not graded")]),
        Table("Without a submission", ("student",), [(each.id,) for each in marks.having("no submission")]),
    ]
    return [table for table in tables if table.rows]


def _histogram(found: Findings) -> tuple[list[int], list[float]]:
    edges = np.linspace(0, found.matrix.most or 1.0, BINS + 1)
    counts, _ = np.histogram(np.clip(found.matrix.totals, 0, edges[-1]), edges)
    return counts.tolist(), edges.tolist()


def _histogram_table(counts: Sequence[int], edges: Sequence[float]) -> Table:
    rows = [
        (f"{_points(low)} to {'' if place == BINS - 1 else 'under '}{_points(high)}", count)
        for place, (low, high, count) in enumerate(zip(edges, edges[1:], counts, strict=False))
    ]
    return Table("Students by points", ("points", "students"), rows)


def _reliability(found: Findings) -> Table:
    rows = []
    for each in found.reliability:
        interval = f"{_number(each.interval[0])} to {_number(each.interval[1])}" if each.interval else "–"
        alpha = _number(each.alpha) if each.alpha is not None else f"cannot be computed: {each.why_not}"
        rows.append((each.over, each.items, each.students, alpha, interval, _number(each.error, 1)))
    head = ("over", "items", "students", "alpha", "95 % interval", "standard error of measurement, points")
    return Table("Cronbach's alpha", head, rows)


def _bars(
    tasks: Sequence[items.Item],
    value: Callable[[items.Item], float | None],
    ticks: Sequence[float],
    label: str,
) -> Markup:
    marked = [bool(each.flags) for each in tasks]
    return charts.task_bars([each.name for each in tasks], [*map(value, tasks)], marked, ticks, label)


def _items(caption: str, first: str, found: Sequence[items.Item]) -> Table:
    blank = any(each.blank is not None for each in found)
    rows = [
        (
            *(each.name, _points(each.points), each.students, _number(each.share)),
            *(_number(each.discrimination), _number(each.upper_lower)),
            *(_percent(each.full), _percent(each.zero)),
            *([_percent(each.blank)] if blank else []),
            ", ".join(each.flags) or "–",
        )
        for each in found
    ]
    head = (
        *(first, "points", "students", "difficulty (mean share)", "discrimination (item–rest)"),
        *("upper − lower 27 %", "full points", "zero"),
        *(["blank"] if blank else []),
        "to look at",
    )
    return Table(caption, head, rows, (len(head) - 1,))


def _told(each: Any) -> Table:
    rows: list[tuple[Any, ...]] = [(outcome, says or "–", count) for outcome, says, count in each.lines]
    if each.more:
        rows.append(("others", "Sentences said less often.", each.more))
    return Table(f"What check {each.key} said", ("outcome", "sentence", "students"), rows, (1,))


def _choices(each: Any) -> Table:
    rows = [
        (
            label,
            *(
                f"✓ {count}" if word == right else count
                for word, count in zip(each.columns, counts, strict=True)
            ),
        )
        for label, right, counts in each.rows
    ]
    return Table(f"Chosen in check {each.key}", ("entry" if each.same else "right word", *each.columns), rows)


def _events(found: Findings) -> list[Table]:
    entries = found.marks.entries.values()
    events = [
        (entry.student, event.kind, event.cell or "–", event.says)
        for entry in entries
        for event in entry.events
    ]
    repairs = [(entry.student, says) for entry in entries for says in entry.repairs]
    return [
        Table("What happened while submissions ran", ("student", "kind", "cell", "what"), events, (1, 2, 3)),
        Table("What intake repaired", ("student", "repair"), repairs, (1,)),
    ]


def _foreign(found: Findings) -> Table:
    rows = [
        (each.student, each.other, ", ".join(each.tasks), ", ".join(each.checks), _chance(each.expected))
        for each in found.foreign.listed
    ]
    head = ("student", "answers fit the case of", "tasks", "checks", "such pairs expected by chance")
    return Table("Answers that fit another student's case", head, rows, (1, 2, 3))
