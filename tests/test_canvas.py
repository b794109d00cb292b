"""The course's canvas draws what matplotlib's draws, and each text only once."""

import io

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from PIL import Image

from relmark_helpers import canvas, style

TEXTS = {
    "plain": {"s": "Customers kept, 2026"},
    "Chinese beside Latin": {"s": "顾客 kept"},
    "two lines": {"s": "kept\nlost"},
    "on end": {"s": "Customers kept", "rotation": 90},
    "slanting": {"s": "Customers kept", "rotation": 30},
    "half seen through": {"s": "Customers kept", "alpha": 0.5, "color": "#D55E00"},
    "a formula": {"s": r"$\alpha^2$ and words"},
    "cut off": {"s": "Customers kept", "clip_on": True, "clip_box": mpl.transforms.Bbox([[200, 0], [230, 400]])},
    "beyond the edge": {"s": "Customers kept" * 9},
    "nothing": {"s": " "},
}  # fmt: skip


def drawn(text, x, dpi, plainly):
    figure = style.figure(4, 2.5)
    axes = figure.subplots()
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="months", title="Kept")
    axes.text(x, 0.4, **text)
    if plainly:
        FigureCanvasAgg(figure)
    return np.asarray(Image.open(io.BytesIO(style.png(figure, dpi)))).astype(int)


@pytest.mark.parametrize("dpi", [96, 192])
@pytest.mark.parametrize("x", [0.1, 0.1234])  # at the edge of a pixel and amid it
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_pictures_are_those_of_matplotlib(text, x, dpi):
    ours = [drawn(text, x, dpi, plainly=False) for _ in range(2)]  # made, and made from memory
    theirs = drawn(text, x, dpi, plainly=True)
    for each in ours:
        assert np.abs(each - theirs).max() <= 8  # of 255: where letters touch they are mixed in another order


def test_a_text_that_was_drawn_before_is_not_drawn_again(monkeypatch):
    times = []
    draw = RendererAgg.draw_text
    monkeypatch.setattr(
        RendererAgg, "draw_text", lambda *args, **kwargs: times.append(args[4]) or draw(*args, **kwargs)
    )
    canvas._stamp.cache_clear()
    drawn({"s": "first"}, 0.1, 96, plainly=False)
    assert {"first", "months", "Kept"} <= set(times)
    times.clear()
    drawn({"s": "second"}, 0.1, 96, plainly=False)
    assert times == ["second"]


def test_no_more_texts_are_kept_than_said():
    for number in range(canvas.MOST_TEXTS + 10):
        canvas._measure(f"{number}", mpl.font_manager.FontProperties(), 96)
    assert canvas._measure.cache_info().currsize == canvas._stamp.cache_info().maxsize == canvas.MOST_TEXTS
