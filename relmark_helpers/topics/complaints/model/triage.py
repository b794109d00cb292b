"""Reading complaints by machine: word lists and weights that can be looked at, and the errors that remain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from relmark_helpers.errors import CourseError
from relmark_helpers.needs import need_number
from relmark_helpers.tables import columns, keys, unique
from relmark_helpers.topics.complaints.model.wordings import need_language, said, texts_of

KEYWORDS: dict[str, Mapping[str, tuple[str, ...]]] = {  # a person's list, written in five minutes
    "en": {
        "late_delivery": ("late", "deliver", "came", "waited", "nobody came"),
        "installation": ("fitter", "fitted", "fitting", "install"),
        "billing": ("charged", "bill", "invoice", "receipt", "fee", "money"),
        "rudeness": ("assistant", "rude", "shouted", "insult", "unfriendly", "not treated"),
        "wrong_information": ("told", "promised", "website", "label", "untrue"),
    },
    "zh": {
        "late_delivery": ("送", "晚", "没来", "迟到"),
        "installation": ("装", "师傅"),
        "billing": ("账单", "扣", "款", "收据", "发票", "运费"),
        "rudeness": ("店员", "态度", "客服", "骂"),
        "wrong_information": ("说", "告诉", "网站", "标签", "保证"),
    },
}
OTHERWISE = "product_defect"


def by_keywords(texts: Sequence[str], language: str) -> np.ndarray:
    """Sort texts by a list of words: the category with most hits, the first of equals; none: a defect.

    Parameters
    ----------
    texts : sequence of str
        Complaints.
    language : str
        en or zh.

    Returns
    -------
    array of str

    Raises
    ------
    CourseError
        If the language is neither.

    Examples
    --------
    >>> by_keywords(["The bill is wrong.", "It hums."], "en").tolist()
    ['billing', 'product_defect']
    """
    need_language(language)
    if isinstance(texts, str) or not all(isinstance(each, str) for each in texts):
        raise CourseError("The texts are a list or a column of texts, none missing.")
    lists = KEYWORDS[language]
    names = np.array([*lists, OTHERWISE])
    hits = [[sum(word in text.casefold() for word in words) for words in lists.values()] for text in texts]
    counts = np.array(hits).reshape(len(texts), len(lists))
    return names[np.where(counts.max(axis=1) > 0, counts.argmax(axis=1), len(lists))]


def triage_model(language: str) -> object:
    """A classifier whose weights can be read: tf–idf of words (English) or characters (Chinese), and a line.

    Chinese writes no blanks between words; runs of one and two characters stand for them.

    Parameters
    ----------
    language : str
        en or zh.

    Returns
    -------
    sklearn.pipeline.Pipeline
        Steps ``words`` (TfidfVectorizer) and ``line`` (LogisticRegression).

    Raises
    ------
    CourseError
        If the language is neither.

    Examples
    --------
    >>> [name for name, _ in triage_model("zh").steps]
    ['words', 'line']
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

    need_language(language)
    kinds: dict[str, dict[str, Any]] = {
        "en": {"ngram_range": (1, 2)},
        "zh": {"analyzer": "char", "ngram_range": (1, 2)},
    }
    words = TfidfVectorizer(sublinear_tf=True, min_df=2, **kinds[language])
    return Pipeline([("words", words), ("line", LogisticRegression(C=10.0, max_iter=400))])


def triage(
    complaints: pd.DataFrame, language: str, target: str = "category", apart: bool = True, folds: int = 5
) -> pd.DataFrame:
    """Let each complaint be sorted by a model that was not fitted to it.

    Parameters
    ----------
    complaints : DataFrame
        The company's table.
    language : str
        en or zh.
    target : str
        ``"category"`` or ``"severity"``.
    apart : bool
        True: a wording stands on one side of each split only; False: complaints are split without looking.
    folds : int
        Parts of the cross-validation, from 2.

    Returns
    -------
    DataFrame
        text, actual, guess, sure (the model's own probability of its guess); index of complaints.

    Raises
    ------
    CourseError
        If a column is missing or a word is unknown.

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> found = triage(load("complaints").head(200), "en", folds=2)
    >>> found.columns.tolist()
    ['text', 'actual', 'guess', 'sure']
    """
    from sklearn.model_selection import GroupKFold, KFold, cross_val_predict
    from threadpoolctl import threadpool_limits

    need_language(language)
    if target not in ("category", "severity"):
        raise CourseError(f"The target is 'category' or 'severity'; got {target!r}.")
    columns(complaints, (f"text_{language}", target), "The complaints table")
    unique(complaints.index, "The complaints table")
    texts_of(complaints, language)
    need_number(folds, "The number of folds", 2, 20)
    texts, actual = complaints[f"text_{language}"].astype(str), complaints[target].astype(str)
    groups = said(complaints, language) if apart else None
    parts = (GroupKFold if apart else KFold)(int(folds), shuffle=True, random_state=10)
    with threadpool_limits(1):  # small matrices: threads would wait for each other
        chances = cross_val_predict(
            triage_model(language), texts, actual, groups=groups, cv=parts, method="predict_proba"
        )
    names = np.array(sorted(actual.unique()))
    return pd.DataFrame(
        {
            "text": texts,
            "actual": actual,
            "guess": names[chances.argmax(axis=1)],
            "sure": chances.max(axis=1),
        }
    )


def triage_scores(sorted_texts: pd.DataFrame) -> pd.DataFrame:
    """How well each class was found: precision, recall, and how often it stands in the table.

    Parameters
    ----------
    sorted_texts : DataFrame
        Columns actual and guess.

    Returns
    -------
    DataFrame
        class, actual (count), precision, recall (0 to 1).

    Examples
    --------
    >>> rows = pd.DataFrame({"actual": ["a", "a", "b"], "guess": ["a", "b", "b"]})
    >>> triage_scores(rows).set_index("class").loc["a"].to_dict()
    {'actual': 2.0, 'precision': 1.0, 'recall': 0.5}
    """
    columns(sorted_texts, ("actual", "guess"), "The sorted texts")
    for name in ("actual", "guess"):
        keys(sorted_texts[name], f"The sorted texts: {name!r}")
    rows = []
    for name in sorted(sorted_texts["actual"].unique()):
        is_it, called = sorted_texts["actual"] == name, sorted_texts["guess"] == name
        hits = (is_it & called).sum()
        rows.append(
            {
                "class": name,
                "actual": int(is_it.sum()),
                "precision": hits / called.sum() if called.any() else np.nan,
                "recall": hits / is_it.sum(),
            }
        )
    return pd.DataFrame(rows)


def strongest_words(
    complaints: pd.DataFrame, language: str, target: str = "category", count: int = 5
) -> pd.DataFrame:
    """What the model goes by: the words with the largest weights for each class.

    Parameters
    ----------
    complaints : DataFrame
        The company's table.
    language, target : str
        As in :func:`triage`.
    count : int
        Words for each class.

    Returns
    -------
    DataFrame
        class, words (text, the strongest first).

    Examples
    --------
    >>> from relmark_helpers.company.store import load
    >>> strongest_words(load("complaints"), "en", count=3)["class"].tolist()[0]
    'billing'
    """
    from threadpoolctl import threadpool_limits

    columns(complaints, (target,), "The complaints table")
    texts_of(complaints, language)
    model = triage_model(language)
    with threadpool_limits(1):
        model.fit(complaints[f"text_{language}"].astype(str), complaints[target].astype(str))  # type: ignore[attr-defined]
    words = model["words"].get_feature_names_out()  # type: ignore[index]
    line = model["line"]  # type: ignore[index]
    weights = line.coef_ if len(line.classes_) > 2 else np.vstack([-line.coef_[0], line.coef_[0]])
    told = ["; ".join(words[np.argsort(-row)[:count]]) for row in weights]
    return pd.DataFrame({"class": line.classes_, "words": told})
