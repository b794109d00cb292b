"""The levers of an explorer: what a person can set, and how each setting is written and said."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from relmark_helpers.errors import CourseError

MOST_STEPS = 1000  # every step's words are sent to the page once


class Position(NamedTuple):
    """One setting of a lever: its value, as it is written, and as it is said aloud."""

    value: Any
    text: str
    words: str


@dataclass(frozen=True)
class Lever:
    """A number that a person slides.

    Parameters
    ----------
    name : str
        The parameter of the explorer's function that it sets.
    label : str
        What the person reads: ``"Customers lost a year"``.
    default : int or float
        Where it starts; on a step.
    span : tuple of numbers
        Lowest and highest value. With whole numbers everywhere the function gets whole numbers.
    step : int or float, optional
        The distance between two settings; about a hundredth of the span when left out.
    format : str
        ``"number"`` (``1,200``), ``"percent"`` (``0.2`` is written ``20 %``) or ``"points"`` (a change, with
        its sign: ``+0.5``).
    unit : str
        Written behind the value: ``"months"``, ``"points"``, ``"CNY"``.

    Raises
    ------
    CourseError
        If the declaration contradicts itself.

    Examples
    --------
    >>> lever = Lever("annual_churn", "Customers lost a year", 0.20, span=(0.05, 0.60), format="percent")
    >>> lever.positions[lever.start].text
    '20 %'
    >>> lever.accept(0.7)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Customers lost a year (annual_churn) goes from 0.05 to 0.6; got 0.7.
    """

    name: str
    label: str
    default: float
    span: tuple[float, float]
    step: float | None = None
    format: str = "number"
    unit: str = ""

    def __post_init__(self) -> None:
        low, high = self.span
        if self.format not in FORMATS:
            raise CourseError(f"{self.name}: there is no format {self.format!r}; use {', '.join(FORMATS)}.")
        if not (math.isfinite(low) and math.isfinite(high) and low < high):
            raise CourseError(f"{self.name}: the span {low} to {high} is empty; give (lowest, highest).")
        if not (math.isfinite(self._step) and self._step > 0):
            raise CourseError(f"{self.name}: the step must be above 0; got {self.step}.")
        if not _on_grid(high, low, self._step) or (high - low) / self._step > MOST_STEPS:
            raise CourseError(
                f"{self.name}: {low} to {high} is not between 1 and {MOST_STEPS} whole steps of {self._step}."
            )
        if not (low <= self.default <= high and _on_grid(self.default, low, self._step)):
            raise CourseError(f"{self.name}: the default {self.default} is not on a step of {self._step}.")

    @property
    def _step(self) -> float:
        """The given step, or the first round number above a hundredth of the span that fits."""
        if self.step is not None:
            return self.step
        low, high = self.span
        rough = (high - low) / 100
        if self._whole and rough <= 1:
            return 1
        size = 10.0 ** math.floor(math.log10(rough))
        for step in (round(factor * size, 12) for factor in (1, 2, 5, 10)):
            if step >= rough * 0.999 and all(_on_grid(end, low, step) for end in (high, self.default)):
                return int(step) if self._whole else step
        return rough

    @property
    def _whole(self) -> bool:
        """Whether the lever holds whole numbers."""
        return all(type(number) is int for number in (*self.span, self.default, self.step or 1))

    @property
    def start(self) -> int:
        """The place of the default among the positions."""
        return round((self.default - self.span[0]) / self._step)

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """Every setting from the lowest to the highest."""
        low, high = self.span
        count = round((high - low) / self._step)
        values = [low + index * self._step for index in range(count + 1)]
        if not self._whole:
            values = [round(value, 12) for value in values]
        return tuple(Position(value, *self.write(value)) for value in values)

    def write(self, value: float) -> tuple[str, str]:
        """Write a value for the eye and for the ear.

        Parameters
        ----------
        value : float
            A value of this lever.

        Returns
        -------
        tuple of str
            ``("−0.5 points", "minus 0.5 points")``.

        Examples
        --------
        >>> Lever("change", "Change", 0.0, span=(-1.0, 1.0), step=0.5, format="points").write(-0.5)
        ('−0.5', 'minus 0.5')
        """
        text = FORMATS[self.format](value, self._step)
        unit = f" {self.unit}" if self.unit else ""
        words = text.replace("−", "minus ").replace("+", "plus ").replace("%", "percent")
        return text + unit, words + unit

    def accept(self, value: Any) -> Any:
        """Check a value that someone gave.

        Parameters
        ----------
        value : object
            Whatever was given.

        Returns
        -------
        int or float
            The value, if this lever can have it.

        Raises
        ------
        CourseError
            If it is no number, or outside the span.

        Examples
        --------
        >>> Lever("months", "Months", 12, span=(1, 24), unit="months").accept(6)
        6
        """
        who, (low, high) = f"{self.label} ({self.name})", self.span
        number = value.item() if hasattr(value, "item") and getattr(value, "ndim", 1) == 0 else value
        if isinstance(number, bool) or not isinstance(number, (int, float)) or math.isnan(number):
            raise CourseError(f"{who} is a number from {low:g} to {high:g}; got {value!r}.")
        if not low <= number <= high:
            raise CourseError(f"{who} goes from {low:g} to {high:g}; got {number}.")
        if self._whole and number != int(number):
            raise CourseError(f"{who} is a whole number; got {number}.")
        return int(number) if self._whole else float(number)


@dataclass(frozen=True)
class Choice:
    """One of a few possibilities that a person picks.

    Parameters
    ----------
    name : str
        The parameter of the explorer's function that it sets.
    label : str
        What the person reads.
    default : object
        The key it starts with.
    options : dict
        What the function gets, and what the person reads for it.

    Raises
    ------
    CourseError
        If there are fewer than two options, or the default is none of them.

    Examples
    --------
    >>> choice = Choice("channel", "Channel", "shop", options={"shop": "In the shop", "app": "In the app"})
    >>> choice.accept("post")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Channel (channel) is one of 'shop', 'app'; got 'post'.
    """

    name: str
    label: str
    default: Any
    options: Mapping[Any, str]

    def __post_init__(self) -> None:
        if len(self.options) < 2:
            raise CourseError(f"{self.name}: a choice needs two options or more.")
        if self.default not in self.options:
            raise CourseError(f"{self.name}: the default {self.default!r} is not among the options.")

    @property
    def start(self) -> int:
        """The place of the default among the positions."""
        return list(self.options).index(self.default)

    @property
    def positions(self) -> tuple[Position, ...]:
        """Every option in the order of the declaration."""
        return tuple(Position(value, text, text) for value, text in self.options.items())

    def accept(self, value: Any) -> Any:
        """Check a value that someone gave.

        Parameters
        ----------
        value : object
            Whatever was given.

        Returns
        -------
        object
            The value, if it is one of the options.

        Raises
        ------
        CourseError
            If it is none of them.

        Examples
        --------
        >>> Choice("channel", "Channel", "shop", options={"shop": "Shop", "app": "App"}).accept("app")
        'app'
        """
        for option in self.options:
            if type(option) is type(value) and option == value:
                return option
        known = ", ".join(repr(option) for option in self.options)
        raise CourseError(f"{self.label} ({self.name}) is one of {known}; got {value!r}.")


def _decimals(step: float) -> int:
    """How many decimals it takes to write steps of this size."""
    for decimals in range(7):
        if math.isclose(step, round(step, decimals), rel_tol=1e-9):
            return decimals
    return 7


def _on_grid(value: float, low: float, step: float) -> bool:
    steps = (value - low) / step
    return math.isclose(steps, round(steps), abs_tol=1e-6)


def _number(value: float, step: float) -> str:
    return f"{value:,.{_decimals(step)}f}".replace("-", "−")


def _percent(value: float, step: float) -> str:
    return f"{_number(value * 100, step * 100)} %"


def _points(value: float, step: float) -> str:
    text = _number(value, step)
    return text if text.startswith("−") or value == 0 else f"+{text}"


FORMATS: Mapping[str, Callable[[float, float], str]] = {
    "number": _number,
    "percent": _percent,
    "points": _points,
}
