"""What the usual mistakes in task 6 of assignment 11 lead to: two cards."""

from __future__ import annotations

import math

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.membership.assignment import right


def _z(case: Case, error: float) -> dict[str, float]:
    found = right.cards(case)
    return found | {"z": found["difference"] / error}


def z_unpooled(case: Case) -> dict[str, float]:
    """The standard error of the groups' own shares."""
    low = right.interval(case)["low"]
    return _z(case, (right.cards(case)["difference"] - low) / 1.96)


def z_of_all_cards(case: Case) -> dict[str, float]:
    """The standard error of one share of all cards."""
    told = case.cards
    whole = told["plain"] + told["head_start"]
    pooled = (told["done_plain"] + told["done_head_start"]) / whole
    return _z(case, math.sqrt(pooled * (1 - pooled) / whole))


def z_squared(case: Case) -> dict[str, float]:
    """Chi-square in place of z."""
    found = right.cards(case)
    return found | {"z": found["z"] ** 2}


def log_odds(case: Case) -> dict[str, float]:
    """The logarithm of the odds ratio."""
    found = right.cards(case)
    return found | {"odds_ratio": math.log(found["odds_ratio"])}


def _interval(case: Case, middle: float, half: float) -> dict[str, float]:
    return {"low": middle - half, "high": middle + half}


def _half(case: Case) -> float:
    bounds = right.interval(case)
    return (bounds["high"] - bounds["low"]) / 2


def interval_of_one_error(case: Case) -> dict[str, float]:
    """One standard error to either side."""
    return _interval(case, right.cards(case)["difference"], _half(case) / 1.96)


def interval_of_head_start(case: Case) -> dict[str, float]:
    """The interval of one share."""
    told = case.cards
    share = told["done_head_start"] / told["head_start"]
    return _interval(case, share, 1.96 * math.sqrt(share * (1 - share) / told["head_start"]))


def interval_of_added_errors(case: Case) -> dict[str, float]:
    """Standard errors added, not variances."""
    told, half = case.cards, 0.0
    for name in ("plain", "head_start"):
        share = told[f"done_{name}"] / told[name]
        half += 1.96 * math.sqrt(share * (1 - share) / told[name])
    return _interval(case, right.cards(case)["difference"], half)


def cards_unpooled(case: Case) -> dict[str, float]:
    """Odds ratio the wrong way round."""
    found = right.cards(case)
    return found | {"odds_ratio": 1 / found["odds_ratio"]}


def cards_relative(case: Case) -> dict[str, float]:
    """Relative difference in place of points."""
    told, found = case.cards, right.cards(case)
    return found | {"difference": found["difference"] / (told["done_plain"] / told["plain"])}


def cards_ratio_of_shares(case: Case) -> dict[str, float]:
    """The ratio of the shares in place of the odds."""
    told, found = case.cards, right.cards(case)
    shares = told["done_head_start"] / told["head_start"], told["done_plain"] / told["plain"]
    return found | {"odds_ratio": shares[0] / shares[1]}


def cards_crossed(case: Case) -> dict[str, float]:
    """Each kind of card redeemed over the cards given out of the other."""
    told, found = case.cards, right.cards(case)
    crossed = told["done_head_start"] / told["plain"] - told["done_plain"] / told["head_start"]
    return found | {"difference": crossed}
