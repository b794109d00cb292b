"""Less usual mistakes in tasks 6 and 7 of assignment 07, each with the sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from relmark_helpers.notebook.case import Case
from relmark_helpers.notebook.check import Mistake
from relmark_helpers.topics.lifetime import model
from relmark_helpers.topics.lifetime.assignment import right

Named = Callable[[Case], dict[str, float]]


def _but(found: Named, key: str, value: Callable[[Case], float]) -> Named:
    """Right but for one value."""
    return lambda case: found(case) | {key: float(value(case))}


def _projection(case: Case, years: int) -> float:
    found = right.fit(case)
    return float(model.sbg_survival(found.alpha, found.beta, years)[-1])


def _last_retention(case: Case) -> float:
    found = right.fit(case)
    return (found.beta + 11) / (found.alpha + found.beta + 11)


def _seen(case: Case) -> Any:
    return case.retention["survival"].to_numpy()[: case.fitted_years + 1]


def _begun_again(case: Case, from_table: bool) -> float:
    """The retentions from year 1 on once more, after the last year that was fitted."""
    found, years = right.fit(case), case.fitted_years
    curve = model.sbg_survival(found.alpha, found.beta, right.LAST_YEAR)
    return float((_seen(case) if from_table else curve)[years] * curve[right.LAST_YEAR - years])


def _lost_of_the_first(case: Case, again: bool) -> float:
    """The mean yearly loss over all who began, taken off who is left or off the beginning."""
    loss = float(1 - _seen(case)[-1]) / case.fitted_years
    return float((1 - loss) ** right.LAST_YEAR) if again else 1 - right.LAST_YEAR * loss


def _as_many_saved_as_won(case: Case) -> float:
    """The effect that saves as many as are won."""
    return float(case.ledger["newcomers"] / case.ledger["customers"])


def _ledger(case: Case, over: Callable[[Mapping[str, float]], float]) -> float:
    return float(over(case.ledger))


def _kept_but(sign: int) -> Named:
    """The cost of a customer kept, with those saved taken off those kept, or added to them."""

    def kept(case: Case) -> float:
        share = case.ledger["annual_retention"] + sign * case.ledger["retention_effect"]
        return float(case.ledger["retention_spending"] / case.ledger["customers"] / share)

    return _but(right.costs, "kept", kept)


LATE: Mapping[str, tuple[Mistake, ...]] = MappingProxyType(
    {
        "6 projection": (
            Mistake(lambda case: _projection(case, 11), "This is the share after eleven years."),
            Mistake(lambda case: _projection(case, 13), "This is the share after thirteen years."),
            Mistake(
                _last_retention, "This is the retention of year 12 alone; multiply those of all twelve years."
            ),
            *(
                Mistake(
                    partial(_begun_again, from_table=from_table),
                    "After the years of the fit the retentions begin with that of year 1 again here; they go on rising.",
                )
                for from_table in (True, False)
            ),
        ),
        "6 constant": (
            Mistake(
                lambda case: float((_seen(case)[1:] / _seen(case)[:-1]).mean() ** 12),
                "This takes the mean of the yearly rates; each year weighs as many customers as are at risk in it.",
            ),
            Mistake(
                lambda case: float((1 - (1 - _seen(case)[-1]) / _seen(case).sum()) ** 12),
                "Who is left at the end is at risk in no year that was fitted.",
            ),
            *(
                Mistake(
                    partial(_lost_of_the_first, again=again),
                    "This loss is a share of all who began; each year only those still there are at risk.",
                )
                for again in (True, False)
            ),
            Mistake(
                lambda case: float(_seen(case)[-1] ** (12 / case.fitted_years)),
                "This draws a curve through the last share; maximum likelihood divides losses by customer-years at risk.",
            ),
        ),
        "7": (
            Mistake(_kept_but(-1), "Those saved are among those kept; don't take them off."),
            Mistake(_kept_but(1), "Those saved are among those kept; don't add them once more."),
            *(
                Mistake(_but(right.costs, key, partial(_ledger, over=over)), says)
                for key, over, says in (
                    (
                        "kept",
                        lambda each: (
                            each["retention_spending"] / each["customers"] / (1 - each["annual_retention"])
                        ),
                        "“Kept” divides by those who stayed, not by those who left.",
                    ),
                    (
                        "saved",
                        lambda each: (
                            each["retention_spending"]
                            / each["customers"]
                            / (1 - each["annual_retention"])
                            / each["retention_effect"]
                        ),
                        "The effect is a share of all customers, not of those who would leave.",
                    ),
                    (
                        "saved",
                        lambda each: (
                            each["acquisition_spending"] / each["customers"] / each["retention_effect"]
                        ),
                        "“Saved” counts what is spent on keeping customers, not on winning them.",
                    ),
                    (
                        "won",
                        lambda each: (
                            (each["acquisition_spending"] + each["retention_spending"]) / each["newcomers"]
                        ),
                        "“Won” counts what is spent on acquisition, not on retention.",
                    ),
                    (
                        "won",
                        lambda each: each["acquisition_spending"] / each["customers"],
                        "“Won” divides by the newcomers, not by all customers.",
                    ),
                    (
                        "kept",
                        lambda each: (
                            each["retention_spending"]
                            / (each["customers"] + each["newcomers"])
                            / each["annual_retention"]
                        ),
                        "Kept are customers of the beginning of the year; newcomers are none of them.",
                    ),
                )
            ),
        ),
        "7 effect": (
            Mistake(
                lambda case: case.ledger["retention_spending"] / right.costs(case)["won"],
                "This is a number of customers; the effect is a share of them.",
            ),
            Mistake(
                lambda case: right.costs(case)["saved"] / right.costs(case)["won"],
                "This is the ratio of the two costs; ask at which effect it would be one.",
            ),
            Mistake(
                lambda case: (
                    case.ledger["retention_effect"] * right.costs(case)["won"] / right.costs(case)["saved"]
                ),
                "The ratio is upside down: the larger the effect, the less it costs to save a customer.",
            ),
            Mistake(
                lambda case: right.effect_needed(case) - case.ledger["retention_effect"],
                "This is what is lacking to the effect needed; the task asks for the whole.",
            ),
            Mistake(
                _as_many_saved_as_won,
                "Here as many are saved as are won; it is the costs of one that are to be equal, not the numbers.",
            ),
            Mistake(
                lambda case: case.ledger["retention_effect"], "This is the effect as it is in the ledger."
            ),
        ),
    }
)
