"""What the company's management can decide: the levers, their ranges, and a plan of them over the months."""

# ruff: noqa: RUF009 - _lever is dataclasses.field with the range beside it

from __future__ import annotations

import difflib
import json
import math
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from relmark_helpers.errors import CourseError

Lever = float | tuple[float, ...]


def _lever(default: Lever, low: float, high: float, unit: str, meaning: str) -> Any:
    return field(default=default, metadata={"low": low, "high": high, "unit": unit, "meaning": meaning})


@dataclass(frozen=True)
class Policy:
    """The levers; each a number, or a tuple of numbers by month whose last one holds on.

    ``Policy()`` is what Meridian Home did in the tables of the course. Budgets are for a thousand customers
    on the first day, so that one policy fits companies of every size. :func:`levers` lists meaning, unit and
    range of each.

    Raises
    ------
    CourseError
        If a value is out of its range, or not a number.

    Examples
    --------
    >>> Policy(online_ads=0, price=(1.0, 0.95)).at(3).price
    0.95
    >>> Policy(price=9)
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: The lever price must lie between 0.7 and 1.5 (of list price); found 9.
    """

    online_ads: Lever = _lever(5000.0, 0, 200_000, "CNY a month per 1,000 customers", "Advertising online.")
    print_ads: Lever = _lever(3500.0, 0, 200_000, "CNY a month per 1,000 customers", "Advertising in print.")
    price: Lever = _lever(1.0, 0.7, 1.5, "of list price", "What is asked of everybody.")
    offers: Lever = _lever(0.30, 0, 1, "share of order lines", "How many order lines are on offer.")
    discount: Lever = _lever(0.10, 0, 0.5, "of the price", "Mean discount where a line is on offer.")
    quality: Lever = _lever(
        (0.0,) * 12 + (1.0,),
        -2,
        2,
        "points of perceived performance",
        "What a quality programme adds in the branches of quality_branches.",
    )
    contacts: Lever = _lever(0.12, 0, 8, "a customer and month", "Messages sent to customers who agreed.")
    aftercare: Lever = _lever(0.30, 0, 1, "share of orders", "How many orders are followed by a care call.")
    complaint_ease: Lever = _lever(0.4, 0, 1, "from none to all", "How easy it is made to complain.")
    complaint_staff: Lever = _lever(
        11.0, 0.5, 100, "working days a month per 1,000 customers", "Time set aside for handling complaints."
    )
    remedy: Lever = _lever(0.5, 0, 1, "share of the loss", "How much of the loss a remedy makes good.")
    complaint_training: Lever = _lever(
        0.4, 0, 1, "from none to all", "Training of those who handle complaints."
    )
    club: Lever = _lever((0.0,) * 6 + (1.0,), 0, 1, "0 closed, 1 open", "Whether the club takes members.")
    points: Lever = _lever(1.0, 0, 5, "points per CNY", "Points earned by a base member.")
    point_value: Lever = _lever(0.02, 0, 0.2, "CNY a point", "What a point is worth when it is burned.")
    expiry_years: Lever = _lever(2.0, 1, 3, "calendar years", "Year ends until points expire.")
    silver_at: Lever = _lever(
        6_000.0, 0, 1e9, "points in a calendar year", "Points that make a silver member."
    )
    gold_at: Lever = _lever(18_000.0, 0, 1e9, "points in a calendar year", "Points that make a gold member.")
    social: Lever = _lever(0.2, 0, 1, "from none to all", "Social benefits of the club.")
    structural: Lever = _lever(0.2, 0, 1, "from none to all", "Structural benefits of the club.")
    staffing: Lever = _lever(1.0, 0.5, 2, "of the standard", "Posts at the branches.")
    training: Lever = _lever(0.3, 0, 1, "from none to all", "Training of the staff.")
    rotation: Lever = _lever(0.3, 0, 1, "share of the posts", "Posts whose holders change places in a year.")
    account_care: Lever = _lever(0.5, 0, 1, "from none to all", "Care for key accounts.")
    quality_branches: tuple[int, ...] = (1, 2, 3, 4)  # branch_id

    def __post_init__(self) -> None:
        for each in fields(self):
            if each.metadata:
                _require(each.name, getattr(self, each.name), **each.metadata)
        branches = self.quality_branches
        if not isinstance(branches, tuple) or any(
            type(one) is not int or not 1 <= one <= 12 for one in branches
        ):
            raise CourseError(f"quality_branches must be branch numbers from 1 to 12; found {branches!r}.")

    def at(self, month: int) -> Levers:
        """Give every lever as one number for a month, counted from 1."""
        values = {each.name: getattr(self, each.name) for each in fields(self) if each.metadata}
        return Levers(
            {
                name: float(value[min(month, len(value)) - 1] if isinstance(value, tuple) else value)
                for name, value in values.items()
            }
        )

    def changes(self) -> dict[str, Any]:
        """Give the levers that stand elsewhere than in ``Policy()``, as a policy file says them."""
        differ = {each.name: getattr(self, each.name) for each in fields(self)}
        usual = {each.name: each.default for each in fields(self) if each.default is not MISSING}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in differ.items()
            if value != usual[name]
        }

    @classmethod
    def from_file(cls, file: Path | str) -> Policy:
        """Read a policy from a JSON file: ``{"remedy": 0.9, "price": [1.0, 0.95]}``; other levers as usual.

        Parameters
        ----------
        file : Path or str
            The file.

        Returns
        -------
        Policy

        Raises
        ------
        CourseError
            If the file cannot be read, is no JSON object, or names an unknown lever.

        Examples
        --------
        >>> Policy.from_file("nowhere.json")
        Traceback (most recent call last):
        relmark_helpers.errors.CourseError: There is no policy file nowhere.json; write one like {"remedy": 0.9}.
        """
        path = Path(file).expanduser()
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise CourseError(f'There is no policy file {path}; write one like {{"remedy": 0.9}}.') from error
        except (OSError, ValueError) as error:
            raise CourseError(
                f"The policy file {path} is not readable JSON ({error}); mend it there."
            ) from error
        if not isinstance(found, dict):
            raise CourseError(f'The policy file {path} must hold an object like {{"remedy": 0.9}}.')
        return cls.from_levers(found)

    @classmethod
    def from_levers(cls, levers: dict[str, Any]) -> Policy:
        """Make a policy from ``{lever: number, or list of numbers by month}``.

        Parameters
        ----------
        levers : dict
            Levers that stand elsewhere than usual.

        Returns
        -------
        Policy

        Raises
        ------
        CourseError
            If a lever is unknown or out of its range.

        Examples
        --------
        >>> Policy.from_levers({"remdy": 0.9})
        Traceback (most recent call last):
        relmark_helpers.errors.CourseError: There is no lever 'remdy'; did you mean 'remedy'?
        """
        known = [each.name for each in fields(cls)]
        for name in levers:
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                rest = f"did you mean {near[0]!r}?" if near else f"the levers are {', '.join(known)}."
                raise CourseError(f"There is no lever {name!r}; {rest}")
        return cls(
            **{name: tuple(value) if isinstance(value, list) else value for name, value in levers.items()}
        )


class Levers:
    """One number a lever, for one month.

    Examples
    --------
    >>> Policy().at(1).club, Policy().at(7).club
    (0.0, 1.0)
    """

    def __init__(self, values: dict[str, float]) -> None:
        self.__dict__.update(values)

    def __getattr__(self, name: str) -> float:  # only for type checkers: all levers are in __dict__
        raise AttributeError(name)


def levers() -> list[dict[str, Any]]:
    """List the levers: name, default, low, high, unit, meaning.

    Returns
    -------
    list of dict

    Examples
    --------
    >>> levers()[0]["name"], levers()[0]["high"]
    ('online_ads', 200000)
    """
    return [
        {"name": each.name, "default": each.default, **each.metadata}
        for each in fields(Policy)
        if each.metadata
    ]


def _require(name: str, value: object, low: float, high: float, unit: str, meaning: str) -> None:
    values = value if isinstance(value, tuple) else (value,)
    if not values:
        raise CourseError(
            f"The lever {name} needs a number, or a list of numbers by month; found an empty list."
        )
    for month, one in enumerate(values, start=1):
        number = isinstance(one, int | float) and not isinstance(one, bool) and math.isfinite(one)
        where = f" for month {month}" if isinstance(value, tuple) else ""
        if not number:
            raise CourseError(f"The lever {name} must be a number{where}; found {one!r}.")
        if not low <= one <= high:
            raise CourseError(
                f"The lever {name} must lie between {low} and {high} ({unit}); found {one!r}{where}."
            )
