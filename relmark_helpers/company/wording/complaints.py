"""What customers say when they complain, put together from pieces that say the same in both languages.

Most texts are plain: an opening, the matter, an ending. Some speak of two things at once, some are sarcastic,
some very short; those are where whoever sorts complaints by their words goes wrong.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from relmark_helpers.company.luck import Luck
from relmark_helpers.company.vocabulary import COMPLAINT_CATEGORIES, SEVERITIES
from relmark_helpers.company.wording.complaint_pieces import (
    ENDINGS,
    FITTED,
    MATTERS,
    OPEN,
    OPENINGS,
    PARTS,
    PRODUCT_WORDS,
    SARCASTIC,
    SHORT,
    Pair,
)

Texts = NDArray[np.object_]
Whole = NDArray[np.int64]

WORDINGS = ("plain", "two things", "sarcastic", "short")
_GENERAL = ("appliance", "电器")
_OTHER_FIRST = 0.30  # share of texts about two things in which the lesser comes first
_EACH = 420  # a multiple of how many pieces there are in any list
# how many there are of each: category, severity, product, wording, matter, opening, ending, and of what is said
# besides category, matter, and whether it is said first
_COUNTS = (
    len(COMPLAINT_CATEGORIES),
    len(SEVERITIES),
    len(PRODUCT_WORDS),
    len(WORDINGS),
    _EACH,
    len(OPENINGS),
    len(ENDINGS["minor"]),
    len(COMPLAINT_CATEGORIES),
    _EACH,
    2,
)


def texts(
    category: Whole,
    severity: Whole,
    product: Whole,
    luck: Luck,
    who: Whole,
    turn: Whole,
    shares: tuple[float, ...],
) -> tuple[Texts, Texts]:
    """Word complaints.

    Parameters
    ----------
    category, severity, product : ndarray of int
        What each is about: places in ``COMPLAINT_CATEGORIES``, ``SEVERITIES`` and ``PRODUCTS``.
    luck : Luck
        The draws of the month.
    who, turn : ndarray of int
        The number of the person who complains, and which of the person's complaints of the month it is, from 0.
    shares : tuple of float
        The share of each of :data:`WORDINGS`.

    Returns
    -------
    tuple of ndarray of str
        The texts in English and in Chinese.

    Examples
    --------
    >>> one = np.array([1])
    >>> english, chinese = texts(one, one, one, Luck(1, "texts"), one, one, (0.0, 0.0, 1.0, 0.0))
    >>> english[0], chinese[0]
    ('How thoughtful to let me look forward to the fridge for so long.', '真贴心，让我盼冰箱盼了这么久。')
    """

    def drawn(draw: str, count: int) -> Whole:
        return np.floor(luck.uniform(draw, who, turn) * count).astype(np.int64)

    wording = luck.choice("wording", who, shares, turn)
    plain, both = wording == WORDINGS.index("plain"), wording == WORDINGS.index("two things")
    others = len(COMPLAINT_CATEGORIES) - 1
    other = (category + 1 + drawn("other", others)) % (others + 1)
    pieces = (
        category,
        severity,
        product,
        wording,
        drawn("matter", _EACH),
        plain * drawn("opening", len(OPENINGS)),
        (plain | both) * drawn("ending", len(ENDINGS["minor"])),
        both * other,
        both * drawn("other matter", _EACH),
        both * (luck.uniform("other first", who, turn) < _OTHER_FIRST),
    )
    codes, place = np.unique(np.ravel_multi_index(pieces, _COUNTS), return_inverse=True)
    said = [worded(*row) for row in np.column_stack(np.unravel_index(codes, _COUNTS)).tolist()]
    english = np.array([pair[0] for pair in said], dtype=object)
    chinese = np.array([pair[1] for pair in said], dtype=object)
    return english[place], chinese[place]


def worded(
    category: int,
    severity: int,
    product: int,
    wording: int,
    matter: int,
    opening: int,
    ending: int,
    other: int,
    other_matter: int,
    other_first: int,
) -> Pair:
    """Put one text together.

    Parameters
    ----------
    category, severity, product, wording : int
        What it is about, and its way of saying it.
    matter, opening, ending : int
        Which pieces; a number beyond the last begins again at the first.
    other, other_matter : int
        Where two things are said: the category of the lesser, and which piece of it.
    other_first : int
        1 where the lesser is said first.

    Returns
    -------
    tuple of str
        In English and in Chinese.

    Examples
    --------
    >>> worded(1, 0, 0, 1, matter=0, opening=0, ending=0, other=5, other_matter=1, other_first=0)[0]
    'The fridge came a day later than agreed. A few yuan too much were charged for it.'
    """
    name, grave = COMPLAINT_CATEGORIES[category], SEVERITIES[severity]
    english, chinese, kind = PRODUCT_WORDS[product]
    if name == "installation" and kind != FITTED:  # it is about something else in the order
        english, chinese = _GENERAL
    about, way = _list_of(name, kind), WORDINGS[wording]
    main = _one(MATTERS[f"{about} {grave}"] + OPEN[about], matter)
    if way == "sarcastic":
        said = [_one(SARCASTIC[about], matter)]
    elif way == "short":
        said = [_one(SHORT[about], matter)]
    elif way == "plain":
        said = [OPENINGS[opening], main, ENDINGS[grave][ending]]
    else:
        besides = _list_of(_besides(name, COMPLAINT_CATEGORIES[other], kind), kind)
        lesser = _one(MATTERS[f"{besides} minor"], other_matter)
        one, two = (lesser, main) if other_first else (main, lesser)
        said = [one, (_shortened(two[0]), two[1]), ENDINGS[grave][ending]]
    in_english = " ".join(pair[0] for pair in said if pair[0])
    in_chinese = "".join(pair[1] for pair in said)
    return in_english.format(p=english), in_chinese.format(p=chinese)


def _list_of(name: str, kind: str) -> str:
    """The list of pieces for a category: the defects of a part are others."""
    return "part_defect" if name == "product_defect" and kind == PARTS else name


def _besides(name: str, other: str, kind: str) -> str:
    """What is complained about besides: never the fitting of what is not fitted."""
    if other != "installation" or kind == FITTED:
        return other
    return "late_delivery" if name == "wrong_information" else "wrong_information"


def _shortened(english: str) -> str:
    """Say it for a product that was named in the sentence before."""
    return english.replace("The {p}", "It").replace("the {p}", "it")


def _one(pieces: tuple[Pair, ...], number: int) -> Pair:
    return pieces[number % len(pieces)]
