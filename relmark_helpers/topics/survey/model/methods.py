"""Five methods of asking customers, with what this course supposes that they cost and do.

What the methods cost, whom they reach and how they bend answers are assumptions, chosen so that each has the
strengths and biases that are told of it. Nothing here is measured elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Method:
    """One way of asking, with the numbers that this course supposes.

    Parameters
    ----------
    label, chinese : str
        Its names.
    fixed, each : float
        CNY to begin, and for each answer (or visit).
    answering : float
        Log-odds that somebody of 45 with mean satisfaction answers when asked.
    by_satisfaction, by_age : float
        Added to it per point of satisfaction above the mean, and per ten years.
    mode : float
        Points that this way of asking adds to every answer (mode effect).
    group : int
        People an interviewer or a group has; their answers resemble each other by ``alike``.
    alike : float
        Intraclass correlation within such a group.
    tells : float
        Chance that a person troubled by some cause tells of it unasked.

    Examples
    --------
    >>> METHODS["in_home_interview"].each
    300
    """

    label: str
    chinese: str
    fixed: float
    each: float
    answering: float = 0.0
    by_satisfaction: float = 0.0
    by_age: float = 0.0
    mode: float = 0.0
    group: int = 1
    alike: float = 0.0
    tells: float = 0.0


METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "questionnaire": Method("questionnaire", "问卷调查", 2000, 15, -1.1, 0.60, -0.15),
        "telephone": Method(
            "telephone survey", "电话测评", 3000, 50, -0.2, 0.25, 0.20, 0.06, 25, 0.02, 0.005
        ),
        "in_home_interview": Method(
            "in-home interview", "入户访谈", 6000, 300, 0.6, 0.10, 0.10, 0.12, 10, 0.05, 0.30
        ),
        "focus_group": Method("focus group", "小组座谈", 2000, 450, -2.0, 0.90, 0.0, 0.0, 8, 0.35, 0.70),
        "mystery_shopper": Method("mystery shopper", "神秘顾客法", 1000, 400),
    }
)
ASKING = tuple(name for name in METHODS if name != "mystery_shopper")  # a disguised shopper asks no customer
FOLLOWING = ("telephone", "in_home_interview")  # can go after people by name
