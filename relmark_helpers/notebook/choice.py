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


class Asked(NamedTuple):
    """One question as it stands in the page."""

    key: str
    asks: str
    options: tuple[str, ...]


class Choices(anywidget.AnyWidget):
    """Questions to choose in. The page sends ``chosen``; ``replies`` and ``status`` answer it.

    Parameters
    ----------
    title : str
        What the questions are, together.
    questions : sequence of Asked
        The questions.
    chosen : mapping of str to int
        What was chosen earlier: for a question's key the place of the option.
    reply : callable
        From key and place of a fresh choice to the text shown beside the question.
    status : callable
        From all that is chosen to the text shown under the questions.
    still : Still
        The same for where no kernel lives.
    """

    _esm = (ASSETS / "choice.js").read_text(encoding="utf-8")
    _css = (ASSETS / "choice.css").read_text(encoding="utf-8")
    title = traitlets.Unicode().tag(sync=True)
    questions = traitlets.List().tag(sync=True)
    chosen = traitlets.Dict().tag(sync=True)
    replies = traitlets.Dict().tag(sync=True)
    status = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        title: str,
        questions: Sequence[Asked],
        chosen: Mapping[str, int],
        reply: Callable[[str, int], str],
        status: Callable[[Mapping[str, int]], str],
        still: Still,
    ) -> None:
        self._reply, self._status, self._still = reply, status, still
        super().__init__(title=title, questions=[question._asdict() for question in questions])
        self.chosen = dict(chosen)
        if not chosen:
            self.status = status({})

    @traitlets.observe("chosen")
    def _on_chosen(self, change: Any) -> None:
        fresh = {key: place for key, place in change.new.items() if change.old.get(key) != place}
        with self.hold_sync():
            self.replies = self.replies | {key: self._reply(key, place) for key, place in fresh.items()}
            self.status = self._status(change.new)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        live = super()._repr_mimebundle_(**kwargs)
        still = self._still._repr_mimebundle_()
        return (live[0] | still, live[1]) if live else still


def choices(
    title: str,
    questions: Sequence[Asked],
    chosen: Mapping[str, int],
    reply: Callable[[str, int], str],
    status: Callable[[Mapping[str, int]], str],
    explanations: Mapping[str, Sequence[str]],
) -> Choices | Still:
    """Make the live widget, or with ``RELMARK_STATIC=1`` its questions, options and explanations.

    Parameters
    ----------
    title, questions, chosen, reply, status
        As in :class:`Choices`.
    explanations : mapping of str to sequence of str
        For a question's key the explanation of each option, where there are any.

    Returns
    -------
    Choices or Still
    """
    written = "".join(_question_html(question, explanations.get(question.key, ())) for question in questions)
    still = Still(
        f'<div role="group" aria-label="{escape(title)}"><p><strong>{escape(title)}</strong></p>{written}</div>',
        text=f"{title}: " + " ".join(question.asks for question in questions),
    )
    if os.environ.get("RELMARK_STATIC"):
        return still
    return Choices(title, questions, chosen, reply, status, still)


def _question_html(question: Asked, explanations: Sequence[str]) -> str:
    options = "".join(f"<li>{escape(option)}</li>" for option in question.options)
    folded = "".join(
        f"<li>{escape(option)}: {escape(why)}</li>"
        for option, why in zip(question.options, explanations, strict=False)
    )
    answers = f"<details><summary>The answers</summary><ul>{folded}</ul></details>" if folded else ""
    return f"<p>{escape(question.asks)}</p><ul>{options}</ul>{answers}"
