"""TARP's table: who would buy again, by severity and by what became of the complaint, and what follows for a firm."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.needs import need_number

_TARP = {  # would buy again, by severity and handling
    "minor ($1–5)": (0.37, 0.46, 0.70, 0.95),
    "major (over $100)": (0.09, 0.19, 0.54, 0.82),
}
HANDLING = ("no complaint", "not resolved", "resolved", "resolved quickly")


def tarp_table() -> pd.DataFrame:
    """The published table behind the 82 %: who would buy again, by severity and by what became of the complaint.

    Returns
    -------
    DataFrame
        Severity (index) by handling (columns), stated intention from 0 to 1.

    References
    ----------
    tarp1979, tarp1986

    Examples
    --------
    >>> tarp_table().loc["major (over $100)", "resolved quickly"].item()
    0.82
    """
    return pd.DataFrame.from_dict(_TARP, orient="index", columns=list(HANDLING)).rename_axis("problem")


def rebuy_overall(complaining: float, handled: float = 0.82, silent: float = 0.09) -> float:
    r"""Share of all who had a problem that would buy again: :math:`h c + s (1 - c)`.

    Parameters
    ----------
    complaining : float
        Share :math:`c` of those with a problem who complain, from 0 to 1.
    handled, silent : float
        Shares :math:`h`, :math:`s` who would buy again among those who complained and those who said nothing;
        the defaults are TARP's for major problems, resolved quickly and not complained of.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    CourseError
        If a share is outside 0 to 1.

    Examples
    --------
    >>> [round(rebuy_overall(share), 3) for share in (0.05, 0.30, 0.60)]
    [0.127, 0.309, 0.528]
    """
    for value, what in ((complaining, "complaining"), (handled, "handled"), (silent, "silent")):
        need_number(value, f"The share {what}", 0, 1)
    return handled * complaining + silent * (1 - complaining)


def rebuy_by_handling(complaining: float, resolved: float, quickly: float, major: float) -> pd.DataFrame:
    """What TARP's table promises a firm: shares of all with a problem on each way, and who would buy again.

    Parameters
    ----------
    complaining : float
        Share of those with a problem who complain.
    resolved, quickly : float
        Share of complaints that are resolved, and of these the share resolved quickly.
    major : float
        Share of problems that are major.

    Returns
    -------
    DataFrame
        A row for each handling: handling, share (of all with a problem), rebuy (of these, from 0 to 1).

    Raises
    ------
    CourseError
        If a share is outside 0 to 1.

    Examples
    --------
    >>> ways = rebuy_by_handling(0.30, 1.0, 1.0, 1.0)
    >>> round(float((ways["share"] * ways["rebuy"]).sum()), 3)
    0.309
    """
    named = {"complaining": complaining, "resolved": resolved, "quickly": quickly, "major": major}
    for what, value in named.items():
        need_number(value, f"The share {what}", 0, 1)
    minor_row, major_row = (np.array(row) for row in _TARP.values())
    speak = complaining
    shares = [
        1 - speak,
        speak * (1 - resolved),
        speak * resolved * (1 - quickly),
        speak * resolved * quickly,
    ]
    rebuy = (1 - major) * minor_row + major * major_row
    return pd.DataFrame({"handling": HANDLING, "share": shares, "rebuy": rebuy})
