"""The report's charts as inline SVG: positions in percent, so that the text keeps its size on a telephone."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from relmark_helpers.style import PALETTE

ROW, BAR = 28, 14  # height of a row and of its bar, in pixels
LEFT, RIGHT = 24.0, 84.0  # percent: where the bars of a task chart may stand
LONGEST_LABEL = 12


def histogram(counts: Sequence[int], edges: Sequence[float], label: str) -> Markup:
    """Draw how many students have how many points.

    Parameters
    ----------
    counts : sequence of int
        Students in each class of points.
    edges : sequence of float
        Its borders, one more than counts.
    label : str
        Id of the element that says in a sentence what the chart shows.

    Returns
    -------
    Markup

    Examples
    --------
    >>> histogram([1, 2], [0, 5, 10], "c").count("<rect")
    2
    """
    width, tallest, base = 94 / len(counts), max([*counts, 1]), 175
    parts = [_line("2%", base, "98%", base, PALETTE["muted"])]
    for place, count in enumerate(counts):
        x, height = 3 + place * width, 150 * count / tallest
        parts.append(_rect(x + 0.4, base - height, width - 0.8, height, PALETTE["main"]))
        if count:
            parts.append(_text(f"{x + width / 2:.2f}%", base - height - 6, str(count), "middle"))
    for place, edge in enumerate(edges):
        parts.append(_text(f"{3 + place * width:.2f}%", base + 18, f"{edge:.3g}", "middle"))
    parts.append(_text("50%", base + 40, "points", "middle"))
    return _svg(parts, base + 50, label)


def task_bars(
    names: Sequence[str],
    values: Sequence[float | None],
    marked: Sequence[bool],
    ticks: Sequence[float],
    label: str,
) -> Markup:
    """Draw one bar for each task, from zero.

    Parameters
    ----------
    names : sequence of str
        The tasks.
    values : sequence of float or None
        One for each; None draws no bar.
    marked : sequence of bool
        Which are to be looked at: another colour, and an exclamation mark.
    ticks : sequence of float
        What the axis names, from one end to the other; what lies beyond ends there.
    label : str
        Id of the element that says in a sentence what the chart shows.

    Returns
    -------
    Markup

    Examples
    --------
    >>> drawn = task_bars(["1", "<b>"], [0.5, None], [False, True], (0, 1), "c")
    >>> drawn.count("<rect"), "&lt;b&gt;" in drawn
    (1, True)
    """
    low, high = ticks[0], ticks[-1]

    def place(value: float) -> float:
        return LEFT + (RIGHT - LEFT) * (min(high, max(low, value)) - low) / (high - low)

    bottom = ROW * len(names) + 4
    parts = [
        _line(f"{place(tick):.2f}%", 0, f"{place(tick):.2f}%", bottom, PALETTE["faint"]) for tick in ticks
    ]
    for row, (name, value, look) in enumerate(zip(names, values, marked, strict=True)):
        middle = ROW * row + ROW / 2
        shown = name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"
        word = f"Task {shown}" if name.isdigit() else shown
        parts.append(_text("0", middle + 4, f"{word} !" if look else word, "start", bold=look))
        parts.append(
            _text("100%", middle + 4, "–" if value is None else f"{value:.2f}".replace("-", "−"), "end")
        )
        if value is not None:
            begin, end = sorted((place(0), place(value)))
            colour = PALETTE["contrast"] if look else PALETTE["main"]
            parts.append(_rect(begin, middle - BAR / 2, end - begin, BAR, colour))
    parts.append(_line(f"{place(0):.2f}%", 0, f"{place(0):.2f}%", bottom, PALETTE["muted"]))
    for tick in ticks:
        parts.append(_text(f"{place(tick):.2f}%", bottom + 16, f"{tick:.2g}".replace("-", "−"), "middle"))
    return _svg(parts, bottom + 24, label)


def _svg(parts: Sequence[Markup], height: float, label: str) -> Markup:
    whole = Markup('<svg role="img" aria-labelledby="{}" width="100%" height="{:.0f}">{}</svg>')
    return whole.format(label, height, Markup("").join(parts))


def _rect(x: float, y: float, width: float, height: float, colour: str) -> Markup:
    return Markup('<rect x="{:.2f}%" y="{:.1f}" width="{:.2f}%" height="{:.1f}" fill="{}"/>').format(
        x, y, max(0.0, width), height, colour
    )


def _line(x1: str, y1: float, x2: str, y2: float, colour: str) -> Markup:
    return Markup('<line x1="{}" y1="{:.1f}" x2="{}" y2="{:.1f}" stroke="{}"/>').format(
        x1, y1, x2, y2, colour
    )


def _text(x: str, y: float, text: str, anchor: str, bold: bool = False) -> Markup:
    weight = Markup(' font-weight="700"') if bold else ""
    return Markup('<text x="{}" y="{:.1f}" text-anchor="{}"{}>{}</text>').format(x, y, anchor, weight, text)
