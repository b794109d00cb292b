"""Pictures of the seven-factor model: the path diagram, and estimates beside the truth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from relmark_helpers.style import CYCLE, PALETTE, figure
from relmark_helpers.words import plain, signed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LABELS = {
    "desires": "desires",
    "performance": "perceived\nperformance",
    "expectations": "expectations",
    "desires_congruency": "desires\ncongruency",
    "expectations_congruency": "expectations\ncongruency",
    "attribute_satisfaction": "attribute\nsatisfaction",
    "information_satisfaction": "information\nsatisfaction",
    "overall_satisfaction": "overall\nsatisfaction",
}
PLACES = {  # centre of each box, in a picture 100 wide and 60 high
    "desires": (9, 50),
    "performance": (9, 30),
    "expectations": (9, 10),
    "desires_congruency": (36.5, 44),
    "expectations_congruency": (36.5, 16),
    "attribute_satisfaction": (64, 44),
    "information_satisfaction": (64, 16),
    "overall_satisfaction": (91, 30),
}
BOX = (16.5, 13)  # width and height of a box
EDGE = 1.05  # points of effect per point of cause, at both ends of the comparison
NUMBER_AT = {  # how far along its arrow a path's number stands; crossing arrows keep theirs apart
    ("desires_congruency", "information_satisfaction"): 0.28,
    ("expectations_congruency", "attribute_satisfaction"): 0.28,
}


def path_diagram(paths: pd.DataFrame, moved: Mapping[Any, float] | None = None) -> Figure:
    """The seven factors and overall satisfaction as boxes, the ten paths as arrows.

    Parameters
    ----------
    paths : DataFrame
        Columns cause, effect, estimate. An arrow's width grows with the path; a negative one is dashed.
    moved : mapping of str to float, optional
        How far each factor has moved, in scale points; written into its box.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> paths = pd.DataFrame({"cause": ["desires"], "effect": ["desires_congruency"], "estimate": [-0.5]})
    >>> len(path_diagram(paths).axes[0].patches)
    9
    """
    picture = figure(6.5, 4.2, left=0.05, right=0.05, top=0.05, bottom=0.05)
    axes = picture.subplots()
    axes.set(xlim=(0, 100), ylim=(2, 58))
    axes.axis("off")
    for name in PLACES:
        _draw_box(axes, name, None if moved is None else float(moved[name]))
    for cause, effect, value in zip(paths["cause"], paths["effect"], paths["estimate"], strict=True):
        _draw_path(axes, cause, effect, float(value))
    return picture


def path_diagram_says(paths: pd.DataFrame, moved: Mapping[Any, float] | None = None) -> str:
    """The path diagram in words.

    Parameters
    ----------
    paths : DataFrame
        Columns cause, effect, estimate.
    moved : mapping of str to float, optional
        How far each factor has moved, in scale points.

    Returns
    -------
    str

    Examples
    --------
    >>> paths = pd.DataFrame({"cause": ["desires"], "effect": ["desires_congruency"], "estimate": [-0.5]})
    >>> path_diagram_says(paths)
    'Path diagram in points per point: desires to desires congruency −0.50.'
    """
    if moved is None:
        listed = "; ".join(
            f"{plain(cause)} to {plain(effect)} {signed(value)}"
            for cause, effect, value in zip(paths["cause"], paths["effect"], paths["estimate"], strict=True)
        )
        return f"Path diagram in points per point: {listed}."
    pushed = [name for name in PLACES if abs(moved[name]) >= 0.005 and name != "overall_satisfaction"]
    if not pushed:
        return "Nothing is pushed: every factor stays where it is."
    listed = ", ".join(f"{plain(name)} {signed(moved[name])}" for name in pushed)
    return (
        f"Overall satisfaction moves by {signed(moved['overall_satisfaction'])} points; on the way: {listed}."
    )


def compared_paths(estimates: Mapping[str, pd.DataFrame], truth: pd.DataFrame) -> Figure:
    """Ten paths by several ways of estimating beside the truth, with intervals where there are some.

    What lies beyond the picture stands at its edge, as an arrow.

    Parameters
    ----------
    estimates : mapping of str to DataFrame
        Name of the way, and its paths with columns cause, effect, estimate and perhaps low and high.
    truth : DataFrame
        Columns cause, effect, structural; same order.

    Returns
    -------
    matplotlib.figure.Figure

    Examples
    --------
    >>> from relmark_helpers.topics.satisfaction.model.paths import PATHS
    >>> truth = pd.DataFrame(PATHS, columns=["cause", "effect"]).assign(structural=0.5)
    >>> compared_paths({"regression": truth.assign(estimate=0.4)}, truth).axes[0].texts[1].get_text()
    '● regression'
    """
    picture = figure(6.6, 4.2, left=2.85, top=0.4)
    axes = picture.subplots()
    rows = range(len(truth))
    ink: dict[str, Any] = {"va": "center", "fontsize": 9, "color": PALETTE["ink"]}
    axes.plot(truth["structural"], rows, "|", markersize=18, markeredgewidth=3, color=PALETTE["ink"])
    axes.text(-1.05, -0.95, "❘ truth", **ink)
    gap = 0.7 / len(estimates)
    for number, ((way, paths), colour) in enumerate(zip(estimates.items(), CYCLE, strict=False)):
        heights = [row - 0.35 + gap * (number + 0.5) for row in rows]
        inside = paths["estimate"].where(paths["estimate"].abs() <= EDGE)
        axes.plot(inside, heights, "osD"[number], markersize=5.5, color=colour)
        for value, height in zip(paths["estimate"], heights, strict=True):
            if abs(value) > EDGE:  # beyond the picture: an arrow at its edge
                at, arrow = (EDGE, ">") if value > 0 else (-EDGE, "<")
                axes.plot([at], [height], arrow, markersize=8, color=colour, clip_on=False)
        axes.text(-0.55 + 0.65 * number, -0.95, f"{'●■◆'[number]} {way}", **(ink | {"color": colour}))
        if "low" in paths:
            axes.hlines(heights, paths["low"], paths["high"], color=colour, linewidth=1.5)
    # Names as texts, each effect once: ticks and a legend would cost more than the rest of the picture.
    axes.yaxis.set_visible(False)
    axes.hlines(rows, -EDGE, EDGE, color=PALETTE["faint"], linewidth=0.8, zorder=0)
    for row, cause in enumerate(truth["cause"]):
        axes.text(-1.1, row, plain(cause), ha="right", **ink)
    for effect, mine in truth.reset_index(drop=True).groupby("effect", sort=False):
        axes.text(-2.68, (mine.index[0] + mine.index[-1]) / 2, f"{LABELS[str(effect)]}  ←", **ink)
    axes.set(xlim=(-EDGE, EDGE), ylim=(len(truth) - 0.4, -0.6), xlabel="points of effect per point of cause")
    axes.axvline(0, color=PALETTE["muted"], linewidth=1)
    return picture


def compared_paths_says(estimates: Mapping[str, pd.DataFrame], truth: pd.DataFrame) -> str:
    """How far each way is from the truth on average, in words.

    Parameters
    ----------
    estimates : mapping of str to DataFrame
        As for :func:`compared_paths`.
    truth : DataFrame
        Columns cause, effect, structural.

    Returns
    -------
    str

    Examples
    --------
    >>> truth = pd.DataFrame({"cause": ["a"], "effect": ["b"], "structural": [0.5]})
    >>> compared_paths_says({"regression": truth.assign(estimate=0.4, low=0.3, high=0.6)}, truth)
    'Mean distance from the truth, in points: regression 0.100 (1 of 1 intervals hold the truth).'
    """
    wanted = truth["structural"].to_numpy()
    parts = []
    for way, paths in estimates.items():
        distance = abs(paths["estimate"].to_numpy() - wanted).mean()
        held = ""
        if "low" in paths:
            count = int(((paths["low"] <= wanted) & (wanted <= paths["high"])).sum())
            held = f" ({count} of {len(truth)} intervals hold the truth)"
        parts.append(f"{way} {distance:.3f}{held}")
    return f"Mean distance from the truth, in points: {'; '.join(parts)}."


def compared_table(estimates: Mapping[str, pd.DataFrame], truth: pd.DataFrame) -> pd.DataFrame:
    """Truth and estimates side by side, one row per path, for reading.

    Parameters
    ----------
    estimates : mapping of str to DataFrame
        As for :func:`compared_paths`.
    truth : DataFrame
        Columns cause, effect, structural.

    Returns
    -------
    DataFrame
        Columns path, truth and one per way, rounded to three decimals.

    Examples
    --------
    >>> truth = pd.DataFrame({"cause": ["a"], "effect": ["b"], "structural": [0.5]})
    >>> compared_table({"regression": truth.assign(estimate=0.4)}, truth).to_dict("records")
    [{'path': 'a → b', 'truth': 0.5, 'regression': 0.4}]
    """
    names = [f"{plain(c)} → {plain(e)}" for c, e in zip(truth["cause"], truth["effect"], strict=True)]
    columns = {way: paths["estimate"].round(3).to_numpy() for way, paths in estimates.items()}
    return pd.DataFrame({"path": names, "truth": truth["structural"].to_numpy(), **columns})


def _draw_box(axes: Axes, name: str, moved: float | None) -> None:
    from matplotlib.patches import Rectangle

    (x, y), (width, height) = PLACES[name], BOX
    active = moved is not None and abs(moved) >= 0.005
    axes.add_patch(
        Rectangle(
            (x - width / 2, y - height / 2),
            width,
            height,
            facecolor="#E8F1F8" if active else "white",
            edgecolor=PALETTE["main"] if active else PALETTE["muted"],
            linewidth=2 if active else 1,
        )
    )
    lines = LABELS[name] if moved is None else f"{LABELS[name]}\n{signed(moved)}"
    weight = "bold" if active else "normal"
    axes.text(x, y, lines, ha="center", va="center", fontsize=9, fontweight=weight, color=PALETTE["ink"])


def _draw_path(axes: Axes, cause: str, effect: str, value: float) -> None:
    from matplotlib.patches import FancyArrowPatch

    (x0, y0), (x1, y1) = PLACES[cause], PLACES[effect]
    start, end = (x0 + BOX[0] / 2, y0), (x1 - BOX[0] / 2, y1)
    colour = PALETTE["main"] if value >= 0 else PALETTE["contrast"]
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=11,
            shrinkA=0,
            shrinkB=0,
            linewidth=0.6 + 4 * min(abs(value), 1.5),
            linestyle="-" if value >= 0 else "--",
            color=colour,
        )
    )
    along = NUMBER_AT.get((cause, effect), 0.5)
    axes.text(
        start[0] + along * (end[0] - start[0]),
        start[1] + along * (end[1] - start[1]),
        signed(value),
        ha="center",
        va="center",
        fontsize=8.5,
        color=PALETTE["ink"],
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )
