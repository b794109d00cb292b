"""The widget under predictions and quizzes: questions with native radio buttons and a reply to each."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import anywidget
import traitlets

from relmark_helpers.notebook.view import Still

ASSETS = Path(__file__).parent

Answer = Callable[[str, int, Mapping[str, int]], tuple[str, str]]
"""From a question's key, the place of the chosen option and all that is chosen, to reply and status."""


class Asked(NamedTuple):
    """One question as it stands in the page, with what was chosen and replied earlier."""

    key: str
    asks: str
    options: tuple[str, ...]
    chosen: int | None = None
    reply: str = ""


class Choices(anywidget.AnyWidget):
    """Questions to choose in. The page sends ``chosen``; ``replies`` and ``status`` answer it.

    Parameters
    ----------
    title : str
        What the questions are, together; may be empty.
    questions : sequence of Asked
        The questions; may be none, to show only the status.
    status : str
        What stands under the questions.
    answer : Answer
        What is replied to a fresh choice.
    still : Still
        The same for where no kernel lives.
    """

    _esm = (ASSETS / "choice.js").read_text(encoding="utf-8")
    _css = (ASSETS / "choice.css").read_text(encoding="utf-8")
    title = traitlets.Unicode().tag(sync=True)
    questions: Any = traitlets.List().tag(sync=True)
    chosen = traitlets.Dict().tag(sync=True)
    replies = traitlets.Dict().tag(sync=True)
    status = traitlets.Unicode().tag(sync=True)

    def __init__(
        self, title: str, questions: Sequence[Asked], status: str, answer: Answer, still: Still
    ) -> None:
        super().__init__(
            title=title,
            questions=[{"key": each.key, "asks": each.asks, "options": each.options} for each in questions],
            chosen={each.key: each.chosen for each in questions if each.chosen is not None},
            replies={each.key: each.reply for each in questions},
            status=status,
        )
        self._answer, self._still = answer, still
        self.observe(self._on_chosen, "chosen")

    def _on_chosen(self, change: Any) -> None:
        replies = dict(self.replies)
        status = self.status
        for key, place in change.new.items():
            if change.old.get(key) != place:
                replies[key], status = self._answer(key, place, change.new)
        with self.hold_sync():
            self.replies, self.status = replies, status

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        live = super()._repr_mimebundle_(**kwargs)
        still = self._still._repr_mimebundle_()
        return (live[0] | still, live[1]) if live else still


def choices(
    title: str, questions: Sequence[Asked], status: str, answer: Answer, still: Still
) -> Choices | Still:
    """Make the live widget, or with ``RELMARK_STATIC=1`` give its still form.

    Parameters
    ----------
    title, questions, status, answer, still
        As in :class:`Choices`.

    Returns
    -------
    Choices or Still

    Examples
    --------
    >>> still = still_questions("Predict", [])
    >>> os.environ["RELMARK_STATIC"] = "1"
    >>> choices("Predict", [], "", lambda chosen: {}, still) is still
    True
    >>> del os.environ["RELMARK_STATIC"]
    """
    if os.environ.get("RELMARK_STATIC"):
        return still
    return Choices(title, questions, status, answer, still)


def still_questions(title: str, questions: Sequence[tuple[Asked, Sequence[str]]]) -> Still:
    """Write questions for where no kernel lives, with the explanations of their options folded away.

    Parameters
    ----------
    title : str
        What the questions are, together.
    questions : sequence of (Asked, sequence of str)
        Each question with an explanation for each option, or with none.

    Returns
    -------
    Still

    Examples
    --------
    >>> print(still_questions("Self-check", [(Asked("a", "1 < 2?", ("Yes", "No")), ())]).html)
    <div role="group" aria-label="Self-check"><p><strong>Self-check</strong></p><p>1 &lt; 2?</p><ul><li>Yes</li><li>No</li></ul></div>
    """
    written = "".join(_question_html(question, explanations) for question, explanations in questions)
    return Still(
        f'<div role="group" aria-label="{escape(title)}"><p><strong>{escape(title)}</strong></p>{written}</div>',
        text=f"{title}: {' '.join(question.asks for question, _ in questions)}",
    )


def _question_html(question: Asked, explanations: Sequence[str]) -> str:
    options = "".join(f"<li>{escape(option)}</li>" for option in question.options)
    answers = "".join(
        f"<li><strong>{escape(option)}</strong> {escape(why)}</li>"
        for option, why in zip(question.options, explanations, strict=False)
    )
    folded = f"<details><summary>The answers, explained</summary><ul>{answers}</ul></details>"
    return f"<p>{escape(question.asks)}</p><ul>{options}</ul>{folded if explanations else ''}"
