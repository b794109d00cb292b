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


def counted(count: int, one: str, many: str = "") -> str:
    """Give a number with its noun.

    Parameters
    ----------
    count : int
        How many.
    one, many : str
        The noun; the plural is made with an s if it is not given.

    Returns
    -------
    str

    Examples
    --------
    >>> counted(1, "student"), counted(2, "student")
    ('1 student', '2 students')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
