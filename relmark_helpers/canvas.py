"""A canvas that keeps the texts it has drawn, for they are most of what a small picture costs.

While a lever is dragged, one picture follows another with the same labels at the same places. Matplotlib lays
out and rasterises each of them every time; here each text is rasterised once, by matplotlib, and then stamped.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.font_manager import FontProperties

MOST_TEXTS = 2048  # kept at a time; a picture has thirty to eighty
MARGIN = 4  # pixels around a text's box that its letters may overstep


class CourseCanvas(FigureCanvasAgg):
    """Matplotlib's Agg canvas with :class:`StampingRenderer`.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure that is to be drawn on it.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> CourseCanvas(Figure(figsize=(2, 1), dpi=96)).get_renderer()
    <StampingRenderer of 192 by 96 pixels>
    """

    def get_renderer(self) -> Any:
        """Give the renderer for the figure's size and dots an inch."""
        key = *self.get_width_height(physical=True), self.figure.dpi
        if self._lastKey != key:
            self.renderer, self._lastKey = StampingRenderer(*key), key  # type: ignore[no-untyped-call]
        return self.renderer


class StampingRenderer(RendererAgg):
    """Matplotlib's Agg renderer that draws a text it has met before from memory."""

    def __repr__(self) -> str:
        return f"<StampingRenderer of {self.width} by {self.height} pixels>"

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Draw a text whose baseline starts at a point, counted in pixels from the upper left."""
        if ismath or not gc.get_antialiased():
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)  # type: ignore[no-untyped-call]
            return
        (column, right), (row, down) = _split(x), _split(y)
        stamp = _stamp(s, prop.copy(), angle % 360, self.dpi, right, down)
        if stamp.mask.size:
            self._renderer.draw_text_image(stamp.mask, column + stamp.left, row + stamp.bottom, 0, gc)

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Any:
        """Measure a text in pixels."""
        if ismath:
            return super().get_text_width_height_descent(s, prop, ismath)  # type: ignore[no-untyped-call]
        return _measure(s, prop.copy(), self.dpi)


class Stamp(NamedTuple):
    """A text as it was rasterised: how much of each pixel it covers, and where that lies from its start."""

    mask: np.ndarray[Any, np.dtype[np.uint8]]
    left: int
    bottom: int


def _split(place: float) -> tuple[int, float]:
    """A whole pixel and the 64ths beyond it, which is as fine as letters are placed."""
    whole, rest = divmod(round(place * 64), 64)
    return whole, rest / 64


@lru_cache(MOST_TEXTS)
def _measure(text: str, font: FontProperties, dpi: float) -> Any:
    return RendererAgg(1, 1, dpi).get_text_width_height_descent(text, font, False)


@lru_cache(MOST_TEXTS)
def _stamp(text: str, font: FontProperties, angle: float, dpi: float, right: float, down: float) -> Stamp:
    width, height, descent = _measure(text, font, dpi)
    reach = int(np.hypot(width, height) + descent) + MARGIN
    scratch = RendererAgg(2 * reach, 2 * reach, dpi)
    scratch.draw_text(scratch.new_gc(), reach + right, reach + down, text, font, angle)
    mask = np.asarray(scratch.buffer_rgba())[..., 3]
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return Stamp(mask[:0], 0, 0)
    (top, bottom), (first, last) = rows[[0, -1]], columns[[0, -1]]
    seen = np.ascontiguousarray(mask[top : bottom + 1, first : last + 1])
    return Stamp(seen, int(first) - reach, int(bottom) + 1 - reach)
