"""The frame of every explorer: levers from a declaration, one pure function, one picture in place."""

from __future__ import annotations

import gc
import inspect
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import update_wrapper
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from relmark_helpers import style
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.levers import Choice, Lever
from relmark_helpers.notebook.table import table_html
from relmark_helpers.notebook.view import SHARP, Still, View, size_in_pixels, static_html

__all__ = ["Choice", "Explorer", "Lever", "View", "explorer"]

ASSETS = Path(__file__).parent
QUICK = 96  # dots an inch while a lever is being dragged
NUMBERS = "The numbers behind the picture"


def explorer(
    *, title: str, question: str, levers: Sequence[Lever | Choice]
) -> Callable[[Callable[..., View]], Explorer]:
    """Make an explorer of a pure function from lever values to a view.

    Parameters
    ----------
    title : str
        Its name.
    question : str
        What a person should find out with it.
    levers : sequence of Lever or Choice
        One for each parameter of the function, in the order they are shown.

    Returns
    -------
    callable
        The decorator.

    Raises
    ------
    CourseError
        If levers and parameters are not the same names.

    Examples
    --------
    >>> @explorer(title="Double", question="Twice what?", levers=[Lever("half", "Half", 1, span=(0, 5))])
    ... def double(half: int) -> View:
    ...     return View(style.figure(4, 3), says=f"Twice {half} is {2 * half}.")
    >>> double.view(half=2).says
    'Twice 2 is 4.'
    """

    def declare(function: Callable[..., View]) -> Explorer:
        return Explorer(function, title, question, tuple(levers))

    return declare


class Explorer:
    """A declared explorer: call it for the live widget, or ask :meth:`view` for one picture.

    Parameters
    ----------
    function : callable
        From lever values, by name, to a :class:`View`. It changes nothing outside itself.
    title, question : str
        As in :func:`explorer`.
    levers : tuple of Lever or Choice
        As in :func:`explorer`.

    Examples
    --------
    >>> @explorer(title="Double", question="Twice what?", levers=[Lever("half", "Half", 1, span=(0, 5))])
    ... def double(half: int) -> View:
    ...     return View(style.figure(4, 3), says=f"Twice {half} is {2 * half}.")
    >>> double
    Explorer('Double', levers: half)
    """

    def __init__(
        self, function: Callable[..., View], title: str, question: str, levers: tuple[Lever | Choice, ...]
    ) -> None:
        update_wrapper(self, function)
        self.function, self.title, self.question = function, title, question
        self.levers = {lever.name: lever for lever in levers}
        wanted = list(inspect.signature(function).parameters)
        if sorted(wanted) != sorted(lever.name for lever in levers):
            raise CourseError(
                f"The levers of {title!r} are {_names(lever.name for lever in levers)}, "
                f"but its function takes {_names(wanted)}; make them the same."
            )

    def __repr__(self) -> str:
        return f"Explorer({self.title!r}, levers: {_names(self.levers)})"

    def __call__(self) -> Frame | Still:
        """Show the explorer: leave the call as the last line of a cell.

        Returns
        -------
        Frame or Still
            The live widget, or with ``RELMARK_STATIC=1`` its default picture, sentence and numbers.
        """
        if os.environ.get("RELMARK_STATIC"):
            return _still(self, self.view())
        return Frame(self)

    def view(self, **values: Any) -> View:
        """Draw one picture, without a widget.

        Parameters
        ----------
        **values
            Lever values by name; the others are at their defaults.

        Returns
        -------
        View

        Raises
        ------
        CourseError
            If there is no such lever, or a value is none that it can have.
        """
        for name in values:
            if name not in self.levers:
                raise CourseError(
                    f"{self.title!r} has no lever {name!r}; its levers are {_names(self.levers)}."
                )
        defaults = {name: lever.default for name, lever in self.levers.items()}
        accepted = {name: self.levers[name].accept(value) for name, value in (defaults | values).items()}
        view = self.function(**accepted)
        if not isinstance(view, View):
            raise CourseError(
                f"The function of {self.title!r} must return a View; got {type(view).__name__}."
            )
        return view

    def view_at(self, positions: Mapping[str, int]) -> View:
        """Draw the picture for levers at given positions, counted from their lowest setting.

        Parameters
        ----------
        positions : mapping of str to int
            A place for each lever.

        Returns
        -------
        View
        """
        return self.view(
            **{name: lever.positions[positions[name]].value for name, lever in self.levers.items()}
        )


class Frame(anywidget.AnyWidget):
    """The live widget of an explorer. The page sends ``move``; ``picture`` and ``reply`` answer it.

    Parameters
    ----------
    explorer : Explorer
        What it shows.
    """

    _esm = (ASSETS / "explorer.js").read_text(encoding="utf-8")
    _css = (ASSETS / "explorer.css").read_text(encoding="utf-8")
    declaration = traitlets.Dict().tag(sync=True)
    move = traitlets.Dict().tag(sync=True, echo_update=False)
    picture = traitlets.Bytes().tag(sync=True)
    reply = traitlets.Dict().tag(sync=True)

    def __init__(self, explorer: Explorer) -> None:
        start = {name: lever.start for name, lever in explorer.levers.items()}
        super().__init__(
            declaration=_declaration(explorer), move={"number": 0, "positions": start, "dragging": False}
        )
        self._explorer = explorer
        self._still = _still(explorer, explorer.view())
        self._answer(self.move)
        self.observe(self._on_move, "move")

    def _on_move(self, change: Any) -> None:
        with _own_garbage():
            self._answer(change.new)

    def _answer(self, move: Mapping[str, Any]) -> None:
        """Draw what was asked for and send it as one message; a mistake becomes a sentence."""
        answer: dict[str, Any] = {key: move.get(key) for key in ("number", "positions", "dragging")}
        image = self.picture
        try:
            view = self._explorer.view_at(move["positions"])
            image = style.png(view.figure, QUICK if move["dragging"] else SHARP)
            answer |= {"says": view.says, "size": size_in_pixels(view.figure), "table": ""}
            if view.table is not None:
                answer["table"] = None if move["dragging"] else table_html(view.table, NUMBERS)
        except CourseError as error:
            answer["problem"] = str(error)
        except Exception as error:
            # The learner goes on with another move; a traceback would end in a log nobody sees.
            answer["problem"] = f"This could not be drawn ({type(error).__name__}: {error})."
        with self.hold_sync():
            self.picture, self.reply = image, answer

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        live = super()._repr_mimebundle_(**kwargs)
        still = self._still._repr_mimebundle_()
        return (live[0] | still, live[1]) if live else still


@contextmanager
def _own_garbage() -> Iterator[None]:
    """Throw away the figure and all its parts at once, and nothing else.

    Matplotlib's figures are cycles that only Python's collector can free. Left to itself it goes through
    everything the notebook holds each twentieth picture or so, and that move takes 100 ms more.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.collect()  # what seaborn's tables held is free only now
        gc.unfreeze()


def _still(explorer: Explorer, view: View) -> Still:
    """Write title, question, lever values, picture, sentence and numbers."""
    levers = explorer.levers.values()
    at = "; ".join(f"{lever.label}: {lever.positions[lever.start].text}" for lever in levers)
    return Still(
        f'<div role="group" aria-label="{escape(explorer.title)}">'
        f"<p><strong>{escape(explorer.title)}</strong><br>{escape(explorer.question)}</p>"
        f"<p>Drawn with {escape(at)}.</p>{static_html(view, NUMBERS)}</div>",
        text=f"{explorer.title}. {view.says}",
    )


def _declaration(explorer: Explorer) -> dict[str, Any]:
    """Tell the page what it needs to build the levers: every setting as it is written and said."""
    levers = [
        {
            "name": lever.name,
            "label": lever.label,
            "start": lever.start,
            "slides": isinstance(lever, Lever),
            "texts": [position.text for position in lever.positions],
            "words": [position.words for position in lever.positions],
        }
        for lever in explorer.levers.values()
    ]
    return {"title": explorer.title, "question": explorer.question, "levers": levers}


def _names(names: Any) -> str:
    return ", ".join(names) or "none"
