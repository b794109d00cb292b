"""The company between two months: its customers as arrays, the people it may still win, its branches and staff."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relmark_helpers.company.parameters import Parameters
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.vocabulary import CONSTRUCTS
from relmark_helpers.company.wording.survey import ITEMS

Array = NDArray[Any]
Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Events = dict[str, dict[str, Array]]

NEVER = -1  # in place of a month, an order or a customer that is not

# What is kept of a customer: property -> (type, columns). The types are small: ten million must fit.
PROPERTIES: dict[str, tuple[str, int]] = {
    # traits
    "person": ("int32", 0),
    "branch": ("int8", 0),
    "segment": ("int8", 0),
    "birth_year": ("int16", 0),
    "method": ("int8", 0),
    "channel": ("int8", 0),
    "consent": ("bool", 0),
    "rate": ("float64", 0),  # orders a month
    "leniency": ("float64", 0),
    "disposition": ("float64", 0),  # the trust a customer returns to
    "frailty": ("float64", 0),
    # what changes
    "referrer": ("int32", 0),
    "joined": ("int16", 0),  # month; 0 before the first
    "left": ("int16", 0),  # month; 0 while a customer
    "active": ("bool", 0),
    "cell": ("int16", 0),  # (branch x segments + segment) x stages + stage
    "desires": ("float64", 0),
    "expectations": ("float64", 0),
    "satisfaction": ("float64", 0),  # running
    "trust": ("float64", 0),
    "overall": ("float32", 0),  # overall satisfaction with the latest order
    "mood": ("float32", 0),  # what contacts add to information satisfaction
    "fatigue": ("float32", 0),
    "orders": ("int16", 0),  # so far
    "treated": ("int8", 0),  # campaign that reaches the customer now, counted from 1
    "tier": ("int8", 0),  # 0 no member, 1 base, 2 silver, 3 gold
    "progress": ("float32", 0),  # share of the way to the next reward
    "lots": ("int32", 3),  # points earned this year, last year, the year before
    "year_points": ("int32", 0),
    "problem": ("int8", 0),  # with the latest order
    # only where tables are asked for
    "last_month": ("int16", 0),
    "last_order": ("int64", 0),
    "latest": ("float32", 7),  # the latest experience but for overall satisfaction
}
# What is kept of an event, for the tables: kind -> columns.
CASE = ("answer_days", "close_days", "remedy", "remedy_cost", "outcome")
HAPPENS: dict[str, tuple[str, ...]] = {
    "orders": ("customer", "branch", "day", "category", "channel"),
    "lines": ("order", "line", "product", "quantity", "price_paid", "discount"),
    "contacts": (
        *("customer", "order", "day", "direction", "channel", "department"),
        *("phase", "variable", "minutes", "cost", "rating"),
    ),
    "complaints": (
        *("customer", "order", "day", "severity", "person", "category", "channel", *CASE),
        *("product", "justice_distributive", "justice_procedural", "justice_interactional"),
    ),
    "memberships": ("customer", "day", "event", "tier"),
    "ledger": ("customer", "day", "kind", "points", "order"),
    "assignments": ("campaign", "customer", "treated"),
    "invitations": ("customer", "order", "wave", "method", "answered", "person"),
    "surveys": (
        *("customer", "order", "invitation", "problem", "person", *ITEMS),
        *(f"felt_{name}" for name in CONSTRUCTS),
    ),
}
FOR_TABLES = ("last_month", "last_order", "latest")


class Customers:
    """All customers so far, one array a property (see ``PROPERTIES``); a part of them is a view.

    Parameters
    ----------
    arrays : dict of ndarray
        The properties.

    Examples
    --------
    >>> some = Customers.none(room=5)
    >>> some.part(1, 3).trust[:] = 4.0
    >>> some.trust
    array([0., 4., 4., 0., 0.])
    """

    def __init__(self, arrays: dict[str, Array]) -> None:
        self.__dict__.update(arrays)

    def __getattr__(self, name: str) -> Array:  # only for type checkers: all arrays are in __dict__
        raise AttributeError(name)

    def __setattr__(self, name: str, values: Array) -> None:
        self.__dict__[name] = values

    @classmethod
    def none(cls, room: int, but: tuple[str, ...] = ()) -> Customers:
        """Make room for customers, with all properties but some."""
        shapes = {name: (room, columns) if columns else room for name, (_, columns) in PROPERTIES.items()}
        return cls(
            {
                name: np.zeros(shapes[name], dtype=kind)
                for name, (kind, _) in PROPERTIES.items()
                if name not in but
            }
        )

    @property
    def arrays(self) -> dict[str, Array]:
        """The properties by name."""
        return self.__dict__

    def part(self, begin: int, end: int) -> Customers:
        """Give the customers of a range of slots; what is written into them is written here."""
        return Customers({name: values[begin:end] for name, values in self.arrays.items()})

    def make_room(self, room: int) -> None:
        """Make room for so many in all, one property after the other, so that only one is there twice."""
        for name, values in list(self.arrays.items()):
            wider = np.zeros((room, *values.shape[1:]), dtype=values.dtype)
            wider[: len(values)] = values
            self.arrays[name] = wider


@dataclass
class State:
    """The company between two months.

    Examples
    --------
    >>> from relmark_helpers.company.beginning import beginning
    >>> state = beginning(Parameters(), Policy(), customers=100, seed=1)
    >>> state.month, state.count, int(state.customers.active[: state.count].sum())
    (0, 100, 100)
    """

    parameters: Parameters
    policy: Policy
    seed: int
    record: str  # "tables" or "summary"
    first_day: int  # customers on the first day
    customers: Customers
    people: dict[str, Array]  # by person, customer or not: slot (NEVER while none), threshold, segment, town
    house: dict[str, Array]  # by branch: service, job_satisfaction, management, reputation, quality, ...
    staff: dict[str, Array]  # a place a person ever employed: branch, role, hired, left, leaning
    month: int = 0
    count: int = 0  # customers so far
    first: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(HAPPENS, 0)
    )  # events of each kind before this month
    moments: Numbers = field(default_factory=lambda: np.zeros((19, 19)))  # of answers: see steps.survey
    told: Numbers = field(default_factory=lambda: np.zeros(2))  # people told good, and bad, so far
    events: Events = field(default_factory=dict)  # of this month
    sums: dict[str, Numbers] = field(default_factory=dict)  # of this month, by branch; money in fen
    spending: dict[str, tuple[int, int]] = field(
        default_factory=dict
    )  # channel: (fen, newcomers), this month

    @property
    def market(self) -> int:
        """How many persons are in reach, customers and others."""
        return self.first_day * self.parameters.acquisition.market

    def saved(self) -> dict[str, Array]:
        """Give all that is needed to go on after this month, as arrays by name."""
        groups = {"customers": self.customers.part(0, self.count).arrays}
        groups |= {"people": self.people, "house": self.house, "staff": self.staff}
        flat = {
            f"{group}.{name}": values for group, arrays in groups.items() for name, values in arrays.items()
        }
        now = {kind: len(next(iter(columns.values()))) for kind, columns in self.events.items()}
        counted = {
            f"first.{kind}": np.array(before + now.get(kind, 0)) for kind, before in self.first.items()
        }
        numbers = {name: np.array(getattr(self, name)) for name in ("seed", "first_day", "month", "count")}
        return (
            flat
            | counted
            | numbers
            | {"record": np.array(self.record), "moments": self.moments, "told": self.told}
        )

    @classmethod
    def restored(cls, saved: dict[str, Array], parameters: Parameters, policy: Policy) -> State:
        """Make the company again from what :meth:`saved` gave.

        Parameters
        ----------
        saved : dict of ndarray
            As given.
        parameters : Parameters
            The same as before.
        policy : Policy
            The same as before.

        Returns
        -------
        State

        Examples
        --------
        >>> from relmark_helpers.company.beginning import beginning
        >>> state = beginning(Parameters(), Policy(), customers=100, seed=1)
        >>> State.restored(state.saved(), Parameters(), Policy()).count
        100
        """

        def group(prefix: str) -> dict[str, Array]:
            return {
                name.removeprefix(prefix): values for name, values in saved.items() if name.startswith(prefix)
            }

        return cls(
            parameters=parameters,
            policy=policy,
            seed=int(saved["seed"]),
            record=str(saved["record"]),
            first_day=int(saved["first_day"]),
            customers=Customers(group("customers.")),
            people=group("people."),
            house=group("house."),
            staff=group("staff."),
            month=int(saved["month"]),
            count=int(saved["count"]),
            first={name: int(number) for name, number in group("first.").items()},
            moments=saved["moments"],
            told=saved["told"],
        )
