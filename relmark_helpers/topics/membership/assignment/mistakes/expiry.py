"""What the usual mistakes in tasks 1 and 2 of assignment 11 lead to: what expires, and when."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.once import once
from relmark_helpers.topics.membership.assignment import right
from relmark_helpers.topics.membership.model import ledger


@once
def _by_year(case: Case) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Points earned and burned, by member and year."""
    return ledger.by_year(case.ledger)


def expiry_newest_first(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """Rewards take the newest points first."""
    lots: list[float] = []
    due = 0.0
    for plus, minus in zip(earned, burned, strict=True):
        lots.append(plus)
        left = minus
        for place in range(len(lots) - 1, -1, -1):
            taken = min(left, lots[place])
            lots[place] -= taken
            left -= taken
        due = sum(lots[: max(len(lots) - years + 1, 0)])
        for place in range(max(len(lots) - years + 1, 0)):
            lots[place] = 0.0
    return due


def expiry_without_earlier(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What expired in earlier years is forgotten, and expires again."""
    last = len(earned) - 1
    return max(sum(earned[: max(last - years + 2, 0)]) - sum(burned), 0.0)


def expiry_a_year_late(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """The year of earning is not counted."""
    return right.expiry(earned, burned, years + 1)


def expiry_of_two_years(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """Two years, whatever is asked for."""
    return right.expiry(earned, burned, 2)


def expiry_one_year_each(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What the oldest year earned, less what was burned in that year."""
    place = len(earned) - years
    return max(earned[place] - burned[place], 0.0) if place >= 0 else 0.0


def expiry_by_the_last(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What the oldest year earned, less what was burned in the last: no order in it at all."""
    place = len(earned) - years
    return max(earned[place] - burned[-1], 0.0) if place >= 0 else 0.0


def expiry_of_all_years(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """All that ever expired."""
    return sum(right.expiry(earned[:end], burned[:end], years) for end in range(1, len(earned) + 1))


def expiry_as_balance(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What was earned less what was burned."""
    return sum(earned) - sum(burned)


def expiry_below_zero(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """Not cut off at 0."""
    gone = due = 0.0
    for last in range(len(earned)):
        due = sum(earned[: max(last - years + 2, 0)]) - sum(burned[: last + 1]) - gone
        gone += max(due, 0.0)
    return due


def expiry_unburned(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What the oldest year earned, whatever was burned."""
    return earned[-years] if len(earned) >= years else 0.0


def expiry_all_from_the_oldest(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """What the oldest year earned, less all that was ever burned."""
    return max(earned[-years] - sum(burned), 0.0) if len(earned) >= years else 0.0


def expiry_before_rewards(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """Points expire each year before that year's rewards are taken off."""
    return right.expiry(earned, [0.0, *burned[:-1]], years)


def expiry_without_the_last(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """Only in the last year points expire before its rewards are taken off."""
    return right.expiry(earned, [*burned[:-1], 0.0], years)


def expiry_of_the_first(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """The first year expires at the end of the lists, however many the years."""
    return right.expiry(earned, burned, min(years, len(earned)))


def expiry_from_behind(earned: Sequence[float], burned: Sequence[float], years: int) -> float:
    """Slices of old points end below 0, which counts from the end of the list."""
    gone = due = 0.0
    for last in range(len(earned)):
        due = max(sum(earned[: last - years + 2]) - sum(burned[: last + 1]) - gone, 0.0)
        gone += due
    return due


def expired_by(case: Case, rule: int) -> pd.DataFrame:
    """Expiry after another number of years."""
    due = ledger.expiry_due(case.ledger, rule)
    return due[[2023, 2024]].set_axis(["at_end_2023", "at_end_2024"], axis=1)


def expired_again(case: Case) -> pd.DataFrame:
    """2024 without taking off what expired in 2023."""
    right_one = right.expired(case)
    earned, burned = _by_year(case)
    again = (earned[[2022, 2023]].sum(axis=1) - burned.sum(axis=1)).clip(lower=0)
    return right_one.assign(**{"at_end_2024": again})


def expired_newest_first(case: Case) -> pd.DataFrame:
    """Rewards of each year take the points of that year first."""
    earned, burned = _by_year(case)
    first, second, third = (earned[year] for year in right.YEARS)
    # the first year's rewards from its own points; then of each year the new points before the old
    over = (burned[2023] - second).clip(lower=0)
    at_end_2023 = (first - burned[2022] - over).clip(lower=0)
    left = (second - burned[2023]).clip(lower=0)
    at_end_2024 = (left - (burned[2024] - third).clip(lower=0)).clip(lower=0)
    return pd.DataFrame({"at_end_2023": at_end_2023, "at_end_2024": at_end_2024})


def _expired(case: Case, **columns: pd.Series) -> pd.DataFrame:
    return right.expired(case).assign(**columns)


def expired_unburned(case: Case, burned_in: Sequence[int]) -> pd.DataFrame:
    """Points of 2022 less what was burned in these years only."""
    earned, burned = _by_year(case)
    left = (earned[2022] - burned[list(burned_in)].sum(axis=1)).clip(lower=0)
    return _expired(case, at_end_2023=left)


def expired_below_zero(case: Case) -> pd.DataFrame:
    """Not cut off at 0."""
    earned, burned = _by_year(case)
    return _expired(case, at_end_2023=earned[2022] - burned[[2022, 2023]].sum(axis=1))


def expired_of_the_year(case: Case) -> pd.DataFrame:
    """What each year itself brought, less its own rewards."""
    earned, burned = _by_year(case)
    left = (earned - burned).clip(lower=0)
    return _expired(case, at_end_2023=left[2023], at_end_2024=left[2024])


def expired_less(case: Case, burned_in: Sequence[int]) -> pd.DataFrame:
    """Points of 2023 less what was burned in these years, whichever points it took."""
    earned, burned = _by_year(case)
    return _expired(case, at_end_2024=(earned[2023] - burned[list(burned_in)].sum(axis=1)).clip(lower=0))


def expired_so_far(case: Case) -> pd.DataFrame:
    """All that expired up to the end of 2024."""
    return _expired(case, at_end_2024=right.expired(case).sum(axis=1))


def expired_with_the_burned(case: Case) -> pd.DataFrame:
    """Rewards, which are below zero already, subtracted."""
    earned, burned = _by_year(case)
    return _expired(case, at_end_2023=earned[2022] + burned[[2022, 2023]].sum(axis=1))


def expired_with_all_burned(case: Case) -> pd.DataFrame:
    """Rewards, which are below zero already, subtracted at the end of 2024, too."""
    earned, burned = _by_year(case)
    return expired_with_the_burned(case).assign(at_end_2024=earned[2023] + burned[2024])


def expired_as_balance(case: Case) -> pd.DataFrame:
    """Balances at the ends of the years, as if nothing expired."""
    earned, burned = _by_year(case)
    left = (earned - burned).cumsum(axis=1)
    return _expired(case, at_end_2023=left[2023], at_end_2024=left[2024])


def expired_of_some(case: Case) -> pd.DataFrame:
    """Members for whom something expires."""
    found = right.expired(case)
    return found[found.gt(0).any(axis=1)]


def expired_with_total(case: Case) -> pd.DataFrame:
    """A row of sums below."""
    found = right.expired(case)
    found.loc["total"] = found.sum()
    return found
