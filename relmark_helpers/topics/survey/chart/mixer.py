"""Pictures of samples against the truth: who is silent, and what a mix of methods gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from relmark_helpers.style import PALETTE, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from relmark_helpers.topics.survey.model.mixer import MixResult

BARS = (5.75, 6.75)  # where 0 and 100 per cent stand, right of that axis
AROUND = (4.1, 5.6)  # both ends of the axis of mean satisfaction, points


def sampling_curve(truth: float, expected: float, error: float, plain_expected: float) -> Figure:
    """Where the estimates of many such surveys fall, and where the truth stands.

    Parameters
    ----------
    truth, expected : float
        Mean satisfaction of everybody, and of the survey on average; points.
    error : float
        Standard error of the survey.
    plain_expected : float
        What the survey would give on average without weights.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> len(sampling_curve(4.7, 4.9, 0.05, 4.95).axes[0].lines)
    4
    """
    picture = figure(6.6, 3.6, left=0.3, top=0.5)
    axes = picture.subplots()
    at = np.linspace(*AROUND, 400)
    height = np.exp(-((at - expected) ** 2) / (2 * error**2))
    axes.fill_between(at, height, color="#DCEBF7")
    axes.plot(at, height, color=PALETTE["main"], linewidth=2)
    inside = np.clip([expected - 1.96 * error, expected + 1.96 * error], *AROUND)
    axes.plot(inside, [0.03, 0.03], color=PALETTE["main"], linewidth=5, solid_capstyle="butt")
    axes.plot([truth, truth], [0, 1.1], color=PALETTE["contrast"], linewidth=2.5)
    axes.text(
        0.0, 1.03, "❘ truth of everybody", transform=axes.transAxes, color=PALETTE["contrast"], fontsize=9.5
    )
    axes.text(
        0.36,
        1.03,
        "▬ where 95 of 100 such surveys end up",
        transform=axes.transAxes,
        color=PALETTE["main"],
        fontsize=9.5,
    )
    axes.plot([np.clip(plain_expected, *AROUND)], [1.05], "v", color=PALETTE["muted"], markersize=7)
    axes.set(xlim=AROUND, ylim=(0, 1.15), xlabel="mean satisfaction, scale points (▾ without weights)")
    axes.set_yticks([])
    return picture


def mix_rows(results: Mapping[str, MixResult], truth: float) -> Figure:
    """What each method would give for its money, and the mix for all of it, against the truth; what else is seen.

    Parameters
    ----------
    results : mapping of str to MixResult
        By label; the mix last.
    truth : float
        Mean satisfaction of everybody, points.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.mixer import MixResult
    >>> nothing = MixResult(0, {}, float("nan"), float("nan"), float("nan"), float("nan"), 0.0, 0.0)
    >>> len(mix_rows({"telephone": nothing, "the mix": nothing}, 4.7).axes)
    1
    """
    names = list(results)
    picture = figure(6.6, 3.8, left=1.55, top=0.45, right=0.2)
    axes = picture.subplots()
    ink, begin, scale = PALETTE["ink"], BARS[0], BARS[1] - BARS[0]
    for place, (name, result) in enumerate(results.items()):
        last = place == len(names) - 1
        colour = PALETTE["main"] if last else PALETTE["muted"]
        if np.isnan(result.expected):
            axes.text(
                AROUND[0] + 0.05, place, "no answers", va="center", fontsize=8.5, color=PALETTE["muted"]
            )
        else:
            reach = 1.96 * result.standard_error
            ends = np.clip([result.expected - reach, result.expected + reach], *AROUND)
            axes.hlines([place], *ends, color=colour, linewidth=4 if last else 2.5)
            at, sign = np.clip(result.expected, *AROUND), "D" if last else "o"
            axes.plot([at], [place], sign, color=colour, markersize=8 if last else 6)
        weight = "bold" if last else "normal"
        axes.text(
            AROUND[0] - 0.05, place, name, ha="right", va="center", fontsize=9.5, color=ink, fontweight=weight
        )
    axes.vlines([truth], -0.6, len(names) - 0.4, color=PALETTE["contrast"], linewidth=2.5)
    places = np.arange(len(names))
    for shift, role, shares in (
        (-0.16, "third", [each.heard for each in results.values()]),
        (0.16, "fourth", [each.process for each in results.values()]),
    ):
        axes.hlines(places + shift, begin, begin + scale * np.array(shares), color=PALETTE[role], linewidth=7)
    for at, text, colour in (
        (AROUND[0], "❘ truth", PALETTE["contrast"]),
        (AROUND[0] + 0.35, "—●— 95 of 100 surveys", ink),
        (begin, "■ reasons", PALETTE["third"]),
        (begin + 0.5, "■ process", PALETTE["fourth"]),
    ):
        axes.text(at, -0.75, text, fontsize=9, color=colour, va="bottom")
    axes.set(xlim=(AROUND[0], BARS[1] + 0.03), ylim=(len(names) - 0.4, -0.6))
    axes.set_xticks(
        [4.5, 5.0, 5.5, begin, begin + scale / 2, BARS[1]], ["4.5", "5.0", "5.5", "0", "50", "100 %"]
    )
    axes.set_xlabel("mean satisfaction, scale points" + " " * 28 + "chance; reliability")
    axes.set_yticks([])
    return picture


def mix_says(result: MixResult, budget: float) -> str:
    """What the mix costs and gives, in words.

    Parameters
    ----------
    result : MixResult
        The mix.
    budget : float
        CNY there are.

    Returns
    -------
    str

    Examples
    --------
    >>> from relmark_helpers.topics.survey.model.mixer import MixResult
    >>> nan = float("nan")
    >>> mix_says(MixResult(0, {}, nan, nan, nan, nan, 0.0, 0.0), 60000)
    'The mix costs 0 CNY of 60,000. Nobody is asked: there is no estimate. A cause that troubles one customer in ten is heard of with a chance of 0 %; the process is seen with a reliability of 0.00.'
    """
    over = result.cost - budget
    money = f"{budget:,.0f}" + (f": {over:,.0f} too much" if over > 0 else "")
    level = (
        "Nobody is asked: there is no estimate"
        if np.isnan(result.expected)
        else (
            f"Its estimate is off by {result.bias:+.2f} points on average, with a standard error of "
            f"{result.standard_error:.2f}: an error of {result.error:.2f} in all".replace("-", "−")
        )
    )
    return (
        f"The mix costs {result.cost:,.0f} CNY of {money}. {level}. A cause that troubles one customer in ten is "
        f"heard of with a chance of {100 * result.heard:.0f} %; the process is seen with a reliability of "
        f"{result.process:.2f}."
    )
