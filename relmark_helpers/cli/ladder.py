"""Which sandboxes this computer has for grading, each proved by attempts to break out of it."""

from __future__ import annotations

from relmark_helpers.classroom.grade.sandbox.ladder import NAMES, SAYS, Name, choose, lacks
from relmark_helpers.classroom.grade.sandbox.trial import try_out
from relmark_helpers.cli.health import Result


def examine() -> list[Result]:
    """Try every rung of the ladder of sandboxes, best first.

    The last, without a sandbox, is there on every computer; it is named and not tried.

    Returns
    -------
    list of Result
        The grading itself first: ok if any sandbox holds. A missing sandbox beside one that holds is no failure.

    Examples
    --------
    >>> examine()[0].name
    'Grading'
    """
    held: list[Name] = []
    tried = []
    for name in NAMES[:-1]:
        lack = lacks(name)
        if lack:
            tried.append(Result(name, True, f"not here: {lack}"))
            continue
        found = try_out(choose(name))
        broken = [each.what for each in found if not each.held]
        if broken:
            mend = "choose another sandbox with --sandbox, and tell the course's authors."
            tried.append(Result(name, False, f"does not hold: a process {', '.join(broken)}", mend))
        else:
            held.append(name)
            tried.append(Result(name, True, f"holds {len(found)} of {len(found)} attempts: {SAYS[name]}"))
    if held:
        best = Result("Grading", True, f"`relmark grade` takes {held[0]}")
    else:
        mend = (
            "on Linux install bubblewrap; elsewhere grade in a container, or a class you trust with "
            "`relmark grade NN --i-trust-this-class`."
        )
        best = Result("Grading", False, "there is no sandbox for students' code", mend)
    return [best, *tried, Result("plain", True, f"always here: {SAYS['plain']}")]
