"""Predictions: said before the answer is seen, and shown again beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape
from weakref import WeakSet

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook import progress
from relmark_helpers.notebook.choice import Asked, Choices, choices, still_questions
from relmark_helpers.notebook.view import Still

# Where predictions are shown again, so that one made (or changed) after "run all" stands there too.
_shown_again: defaultdict[str, WeakSet[Choices]] = defaultdict(WeakSet)


def predict(key: str, question: str | None = None, options: Sequence[str] | None = None) -> Choices | Still:
    """Ask for a prediction, or show again what was predicted.

    Parameters
    ----------
    key : str
        Number of the prediction: ``"4.2"``.
    question : str, optional
        What is asked. Left out, the earlier prediction is shown.
    options : sequence of str, optional
        What can be predicted, two or more.

    Returns
    -------
    Choices or Still
        Leave the call as the last line of a cell. A choice is kept at once with the learner's progress.

    Raises
    ------
    CourseError
        If the question has no options, or two are the same.

    Examples
    --------
    >>> predict("4.2", "Which lever moves overall satisfaction most?", options=["Price"])
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Prediction 4.2 needs a question and two or more different options.
    """
    if question is None and options is None:
        return _show_again(key)
    texts = tuple(options or ())
    if not question or len(texts) < 2 or len(set(texts)) < len(texts):
        raise CourseError(f"Prediction {key} needs a question and two or more different options.")
    kept = progress.recall("prediction", key)

    def answer(_: str, place: int, __: Mapping[str, int]) -> tuple[str, str]:
        trouble = progress.remember("prediction", key, texts[place])
        for widget in _shown_again[key]:
            widget.status = _sentence(texts[place])
        return trouble or "Kept.", ""

    title = f"Predict {key}"
    asked = Asked(key, question, texts)
    if kept in texts:
        asked = asked._replace(
            chosen=texts.index(kept), reply="You predicted this earlier; you can change it."
        )
    return choices(title, [asked], "", answer, still_questions(title, [(asked, ())]))


def _show_again(key: str) -> Choices | Still:
    sentence = _sentence(progress.recall("prediction", key))
    shown = choices("", [], sentence, lambda *_: ("", ""), Still(f"<p>{escape(sentence)}</p>", sentence))
    if isinstance(shown, Choices):
        _shown_again[key].add(shown)
    return shown


def _sentence(predicted: str | None) -> str:
    return f"You predicted: {predicted}" if predicted else "You have made no prediction here yet."
