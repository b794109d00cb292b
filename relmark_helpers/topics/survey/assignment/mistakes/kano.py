"""What the usual mistakes in task 5 lead to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from relmark_helpers.notebook.case import Case
from relmark_helpers.topics.survey.assignment import right
from relmark_helpers.topics.survey.assignment.features import modes_classified
from relmark_helpers.topics.survey.model import kano


def _one_dimensional_too(functional: str, dysfunctional: str, letter: str, answers: tuple[str, ...]) -> str:
    """O in place of A for some answers of not having it."""
    return "O" if letter == "A" and dysfunctional in answers else letter


# a class that a wrong table gives: of which right class, for which answers, and what to say
OTHER_CLASSES: tuple[tuple[Callable[[str, str, str], str], str], ...] = (
    (lambda f, d, c: "O" if f == d == "like" else c, "Like and like contradict each other: that is Q."),
    (lambda f, d, c: "I" if c == "Q" else c, "The same strong answer to both questions, like or dislike, is questionable: Q."),
    (lambda f, d, c: "O" if c == "A" and d != "neutral" else c, "Like with must-be, neutral or live-with is A; O only with dislike."),
    *(
        (partial(_one_dimensional_too, answers=answers), "Like with must-be, neutral or live-with is A; O only with dislike.")
        for answers in (("live-with",), ("must-be",), ("must-be", "neutral", "live-with"))
    ),
    (lambda f, d, c: "I" if c == "M" and f != "must-be" else c, "Whoever dislikes missing it and does not like having it puts it under M, neutral or live-with too."),
    (lambda f, d, c: "I" if c == "R" else c, "Who dislikes having it, or likes missing it, does not want it: R."),
    (lambda f, d, c: {"A": "O", "O": "A"}.get(c) or c, "A and O stand for each other: whoever likes having it and does not mind missing it puts it under A."),
    (lambda f, d, c: "Q" if f == d else c, "Equal answers are questionable only where they are strong: like and like, dislike and dislike."),
    (lambda f, d, c: kano.kano_class(f, "dislike") if d == "live-with" else c, "Whoever can live without it does not dislike missing it: live-with goes with must-be and neutral."),
)  # fmt: skip


def transposed(functional: str, dysfunctional: str) -> str:
    """The class by the transposed table."""
    return kano.kano_class(dysfunctional, functional)


def classes_transposed(case: Case) -> dict[str, str]:
    """Classes by the transposed table."""
    counts = kano.kano_counts(case.kano, kano.EVALUATION.T)
    return {str(name): str(letter) for name, letter in counts.idxmax(axis=1).items()}


def coefficients_of_all(case: Case) -> dict[str, float]:
    """Better and worse with reverse and questionable in what is divided by."""
    row = kano.kano_counts(case.kano).loc[case.feature]
    total = float(row.sum())
    return {"better": float(row["A"] + row["O"]) / total, "worse": -float(row["O"] + row["M"]) / total}


def worse_above_zero(case: Case) -> dict[str, float]:
    """Worse without its sign."""
    found = right.coefficients(case)
    return found | {"worse": -found["worse"]}


def other_class(functional: str, dysfunctional: str, change: Callable[[str, str, str], str]) -> str:
    """The class by a table that is wrong in one place."""
    return change(functional, dysfunctional, kano.kano_class(functional, dysfunctional))


def rarest_classes(case: Case) -> dict[str, str]:
    """The rarest class that occurs, of every feature."""
    counts = kano.kano_counts(case.kano)
    return {str(name): str(letter) for name, letter in counts.where(counts > 0).idxmin(axis=1).items()}


def classes_of_modes(case: Case) -> dict[str, str]:
    """The class of the most frequent answer to each question by itself."""
    return modes_classified(case.kano)


def one_class(case: Case) -> dict[str, str]:
    """The most frequent class of all features together."""
    counts = kano.kano_counts(case.kano)
    return dict.fromkeys(map(str, counts.index), str(counts.sum().idxmax()))


def one_dimensional_once(case: Case) -> dict[str, float]:
    """One-dimensional counted under better only."""
    row = kano.kano_counts(case.kano).loc[case.feature]
    return right.coefficients(case) | {"worse": -float(row["M"] / row[list("AOMI")].sum())}


def coefficients_of_features(case: Case) -> dict[str, float]:
    """Better and worse of all features together."""
    row = kano.kano_counts(case.kano).sum()
    base = float(row[list("AOMI")].sum())
    return {"better": float(row["A"] + row["O"]) / base, "worse": -float(row["O"] + row["M"]) / base}
