"""What is said in a complaint, without the product and the courtesies, and which way it is said."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.tables import columns

LANGUAGES = ("en", "zh")


def texts_of(complaints: pd.DataFrame, language: str) -> pd.Series:
    """The texts of complaints in a language.

    Parameters
    ----------
    complaints : DataFrame
        With the column text_en or text_zh.
    language : str
        "en" or "zh".

    Returns
    -------
    Series of str

    Raises
    ------
    CourseError
        If the column is missing or a row has no text.

    Examples
    --------
    >>> texts_of(pd.DataFrame({"text_en": ["Late."]}), "en").tolist()
    ['Late.']
    """
    need_language(language)
    name = f"text_{language}"
    found = columns(complaints, (name,), "The complaints table")[name]
    strange = ~found.map(lambda each: isinstance(each, str)).to_numpy(dtype=bool)
    if strange.any():
        row = found.index[strange][0]
        raise CourseError(
            f"The complaints table has no text in {name!r} in {strange.sum()} rows (first: row {row})."
        )
    return found.astype(str)


def said(complaints: pd.DataFrame, language: str) -> pd.Series:
    """The text of each complaint without the product and the sentences of courtesy: which wording it is.

    Two complaints of the same wording are the same sentence about another product. They must not stand on both
    sides of a test.

    Parameters
    ----------
    complaints : DataFrame
        Columns text_en and text_zh.
    language : str
        en or zh.

    Returns
    -------
    Series of text

    Examples
    --------
    >>> texts = ["The fridge is late. I am waiting for your answer.", "The fan is late."]
    >>> said(pd.DataFrame({"text_en": texts, "text_zh": texts}), "en").nunique()
    1
    """
    from relmark_helpers.company.wording.complaint_pieces import ENDINGS, OPENINGS, PRODUCT_WORDS

    need_language(language)
    at = LANGUAGES.index(language)
    courtesy = {pair[at] for pair in (*OPENINGS, *ENDINGS["minor"], *ENDINGS["major"]) if pair[at]}
    products = {words[at] for words in PRODUCT_WORDS} | {("appliance", "电器")[at]}
    texts = texts_of(complaints, language)
    dropped = "|".join(map(re.escape, sorted(courtesy, key=len, reverse=True)))
    named = "|".join(map(re.escape, sorted(products, key=len, reverse=True)))
    return (
        texts.str.replace(dropped, "", regex=True)
        .str.replace(named, "□", regex=True)
        .str.replace(r"\s+", " ", regex=True)
        .str.strip()
    )


def wording_kinds(complaints: pd.DataFrame, language: str = "en") -> pd.Series:
    """Which way each complaint is worded, as the simulation knows.

    Parameters
    ----------
    complaints : DataFrame
        Columns text_en and text_zh.
    language : str
        en or zh.

    Returns
    -------
    Series of text
        ``"plain"``; ``"open"``: plain, but without what would tell its category or gravity; ``"two things"``,
        ``"sarcastic"``, ``"very short"``.

    Examples
    --------
    >>> texts = ["The fridge is late.", "Well done: a snail would have brought the kettle sooner."]
    >>> wording_kinds(pd.DataFrame({"text_en": texts, "text_zh": texts})).tolist()
    ['very short', 'sarcastic']
    """
    from relmark_helpers.company.wording.complaint_pieces import MATTERS, OPEN, SARCASTIC, SHORT

    core, at = said(complaints, language), LANGUAGES.index(language)
    lists = {"very short": SHORT, "sarcastic": SARCASTIC, "open": OPEN, "plain": MATTERS}
    known = {
        kind: {_bare(pair[at]) for pieces in listed.values() for pair in pieces}
        for kind, listed in lists.items()
    }
    names = np.select([core.isin(texts) for texts in known.values()], list(known), "two things")
    return pd.Series(names, index=complaints.index)


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("{p}", "□")).strip()


def need_language(language: str) -> None:
    """Make sure of a language that the complaints are written in.

    Parameters
    ----------
    language : str
        en or zh.

    Raises
    ------
    CourseError
        If it is neither.

    Examples
    --------
    >>> need_language("fr")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The language is 'en' or 'zh'; got 'fr'.
    """
    if language not in LANGUAGES:
        raise CourseError(f"The language is 'en' or 'zh'; got {language!r}.")
