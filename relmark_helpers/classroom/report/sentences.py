"""What the report says of its numbers, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from relmark_helpers.classroom.report.items import Item, Reliability
from relmark_helpers.classroom.report.marks import Marks
from relmark_helpers.words import counted


def the_class(marks: Marks) -> str:
    """Say who handed in and what became of it.

    Parameters
    ----------
    marks : Marks
        What was read.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.classroom.report.marks import Student
    >>> students = (Student("ada", "graded", {"04-1-test": 1.0}), Student("bo", "no submission", {}))
    >>> the_class(Marks("04_satisfaction", (), students))
    'Of 2 students 1 handed in, 1 has points, 1 without a submission.'
    """
    points = len(marks.scored)
    late = sum(each.hours_late > 0 for each in marks.students)
    parts = [
        f"Of {counted(len(marks.students), 'student')} {marks.submitted} handed in",
        f"{points} {'has' if points == 1 else 'have'} points",
    ]
    for count, says in (
        (len(marks.having("refused")), "refused"),
        (len(marks.having("not graded")), "not graded yet"),
        (len(marks.having("needs a reader")), "waiting for a reader"),
        (late, "late"),
        (len(marks.having("no submission")), "without a submission"),
    ):
        if count:
            parts.append(f"{count} {says}")
    return ", ".join(parts) + "."


def sandboxes(marks: Marks) -> str:
    """Say in which sandbox the submissions ran.

    Parameters
    ----------
    marks : Marks
        What was read.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.classroom.journal import Entry
    >>> from relmark_helpers.classroom.report.marks import Student
    >>> entry = Entry("ada", "04_satisfaction", "", rung="bubblewrap")
    >>> sandboxes(Marks("04_satisfaction", (), (Student("ada", "graded", {}, entry=entry),)))
    'Sandbox used: bubblewrap (1).'
    """
    rungs = Counter(entry.rung for entry in marks.entries.values() if entry.rung)
    used = ", ".join(f"{rung} ({count})" for rung, count in rungs.most_common())
    unknown = sum(each.entry is None for each in marks.scored)
    said = [f"Sandbox used: {used}."] if used else []
    if unknown:
        said.append(
            f"Of {counted(unknown, 'graded submission')} there is no journal, as after plain nbgrader: what "
            "checks, sandbox and intake said of them is not known, and their answers are not compared with "
            "others' cases."
        )
    return " ".join(said)


def distribution(counts: Sequence[int], edges: Sequence[float]) -> str:
    """Say where most of the marks lie.

    Parameters
    ----------
    counts : sequence of int
        Students in each class of points.
    edges : sequence of float
        Its borders.

    Returns
    -------
    str

    Examples
    --------
    >>> distribution([1, 4, 0], [0, 10, 20, 30])
    'The largest group, 4 of 5 marks, lies between 10 and 20 of 30 points; the lowest are between 0 and 10, the highest between 10 and 20.'
    """
    having = [place for place, count in enumerate(counts) if count]
    if not having:
        return "There are no marks to show."

    def between(place: int) -> str:
        return f"between {edges[place]:.4g} and {edges[place + 1]:.4g}"

    most = max(having, key=lambda place: counts[place])
    return (
        f"The largest group, {counts[most]} of {counted(sum(counts), 'mark')}, lies {between(most)} of "
        f"{edges[-1]:.4g} points; "
        f"the lowest are {between(having[0])}, the highest {between(having[-1])}."
    )


def reliability(each: Reliability) -> str:
    """Say how reliable the marks are, or why that cannot be said.

    Parameters
    ----------
    each : Reliability
        Over one kind of item.

    Returns
    -------
    str

    Examples
    --------
    >>> reliability(Reliability("tasks", 1, 40, None, None, None))
    'Over tasks alpha cannot be computed: there is a single item.'
    >>> reliability(Reliability("tasks", 2, 40, 0.75, (0.6, 0.85), 5.0))
    'Over tasks alpha is 0.75 (95 % interval 0.60 to 0.85); a mark has a standard error of 5.0 points.'
    """
    if each.alpha is None:
        return f"Over {each.over} alpha cannot be computed: {each.why_not}."
    interval = f" (95 % interval {each.interval[0]:.2f} to {each.interval[1]:.2f})" if each.interval else ""
    error = (
        f"a mark has a standard error of {each.error:.1f} points"
        if each.error is not None
        else "it is no reliability, so there is no standard error"
    )
    return f"Over {each.over} alpha is {each.alpha:.2f}{interval}; {error}.".replace("-", "−")


def difficulty(tasks: Sequence[Item]) -> str:
    """Say which tasks are the easiest and the hardest.

    Parameters
    ----------
    tasks : sequence of Item
        The tasks.

    Returns
    -------
    str

    Examples
    --------
    >>> difficulty([Item("1", 10, 40, share=0.9), Item("2", 10, 40, share=0.4)])
    'Task 2 is the hardest (0.40 of its points earned), task 1 the easiest (0.90).'
    """
    known = [(each.share, each.name) for each in tasks if each.share is not None]
    if not known:
        return "No task has points to show."
    (low, hardest), (high, easiest) = (
        min(known, key=lambda pair: pair[0]),
        max(known, key=lambda pair: pair[0]),
    )
    return f"Task {hardest} is the hardest ({low:.2f} of its points earned), task {easiest} the easiest ({high:.2f})."


def discrimination(tasks: Sequence[Item]) -> str:
    """Say which tasks go least and most with the rest of the marks.

    Parameters
    ----------
    tasks : sequence of Item
        The tasks.

    Returns
    -------
    str

    Examples
    --------
    >>> discrimination([Item("1", 10, 40, discrimination=-0.1), Item("2", 10, 40, discrimination=0.4)])
    'Task 2 goes most with the rest of the marks (0.40), task 1 least (−0.10).'
    """
    known = [(each.discrimination, each.name) for each in tasks if each.discrimination is not None]
    if not known:
        return "Discrimination cannot be computed: it needs two tasks and two students whose points vary."
    (low, least), (high, most) = (
        min(known, key=lambda pair: pair[0]),
        max(known, key=lambda pair: pair[0]),
    )
    said = f"Task {most} goes most with the rest of the marks ({high:.2f}), task {least} least ({low:.2f})."
    return said.replace("(-", "(−")


def look_at(tasks: Sequence[Item]) -> str:
    """Name the tasks to look at, and why.

    Parameters
    ----------
    tasks : sequence of Item
        The tasks.

    Returns
    -------
    str

    Examples
    --------
    >>> look_at([Item("3", 14.0, 40, share=0.98), Item("4", 6.0, 40, share=0.5)])
    'To look at: task 3 (very easy).'
    """
    marked = [f"task {each.name} ({', '.join(each.flags)})" for each in tasks if each.flags]
    return f"To look at: {'; '.join(marked)}." if marked else "No task is flagged."
