"""Predictions: said before the answer is seen, and shown again beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from weakref import WeakSet

from relmark_helpers.errors import CourseError
from relmark_helpers.notebook import progress
from relmark_helpers.notebook.choice import Asked, Choices, choices
from relmark_helpers.notebook.view import Still

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

    def reply(_: str, place: int) -> str:
        trouble = "" if texts[place] == kept_now[0] else progress.remember("prediction", key, texts[place])
        kept_now[0] = texts[place]
        for widget in _shown_again[key]:
            widget.status = _sentence(texts[place])
        return trouble or "Kept. You can change it until you look."

    kept_now = [kept]
    return choices(
        f"Prediction {key}",
        [Asked(key, question, texts)],
        {key: texts.index(kept)} if kept in texts else {},
        reply,
        lambda chosen: "",
        {},
    )


def _show_again(key: str) -> Choices | Still:
    sentence = _sentence(progress.recall("prediction", key))
    shown = choices("", [], {}, lambda key, place: "", lambda chosen: sentence, {})
    if isinstance(shown, Choices):
        shown._still = Still(f"<p>{escape(sentence)}</p>", sentence)
        _shown_again[key].add(shown)
        return shown
    return Still(f"<p>{escape(sentence)}</p>", sentence)


def _sentence(predicted: str | None) -> str:
    return f"You predicted: {predicted}" if predicted else "You have made no prediction here yet."
