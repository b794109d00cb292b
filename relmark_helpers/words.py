"""Numbers and names as a sentence says them."""

from __future__ import annotations


def plain(name: str) -> str:
    """A factor's name in words.

    Parameters
    ----------
    name : str
        Name of a factor as the tables have it.

    Returns
    -------
    str

    Examples
    --------
    >>> plain("desires_congruency")
    'desires congruency'
    """
    return name.replace("_", " ")


def signed(value: float) -> str:
    """A number with its sign and two decimals.

    Parameters
    ----------
    value : float
        Any number.

    Returns
    -------
    str

    Examples
    --------
    >>> signed(-0.5)
    '−0.50'
    """
    return f"{value:+.2f}".replace("-", "−")
