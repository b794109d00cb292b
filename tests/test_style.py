import itertools
import subprocess
import sys
import warnings
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
import seaborn as sns
from matplotlib.colors import to_hex

from relmark_helpers import style

CARRIERS = ["main", "contrast", "third", "fourth", "fifth", "muted"]

# What a deuteranope and a protanope see, in linear RGB (Viénot, Brettel and Mollon 1999).
COLOUR_BLIND = {
    "deuteranope": np.array([[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]]),
    "protanope": np.array([[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]]),
}


def linear(colour):
    """Linear RGB of #rrggbb, by the definition of sRGB."""
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    """CIE L*a*b* under daylight (D65), in which equal distances look about equally different."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(np.maximum(to_xyz @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089]), 0.008856))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("role", [*CARRIERS, "ink"])
def test_what_carries_meaning_stands_out_from_white(role):
    luminance = linear(style.PALETTE[role]) @ np.array([0.2126, 0.7152, 0.0722])
    assert 1.05 / (luminance + 0.05) >= 3.0  # WCAG 2.2, 1.4.11
    assert role != "ink" or 1.05 / (luminance + 0.05) >= 7.0


@pytest.mark.parametrize("eyes", COLOUR_BLIND)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(CARRIERS, 2)))
def test_colours_are_told_apart_by_colour_blind_eyes(eyes, one, other):
    seen = [lab(COLOUR_BLIND[eyes] @ linear(style.PALETTE[role])) for role in (one, other)]
    assert np.linalg.norm(seen[0] - seen[1]) >= 10.0  # a just noticeable difference is about 2.3


def test_cycle_is_the_carriers_in_order():
    assert list(style.CYCLE) == [style.PALETTE[role] for role in CARRIERS]


def test_settings_of_matplotlib_stay_as_they_were():
    before = dict(mpl.rcParams)
    axes = style.figure().subplots()
    axes.plot([1, 2], label="顾客")
    axes.legend()
    style.png(axes.figure)
    assert dict(mpl.rcParams) == before


def test_a_figure_belongs_to_no_window():
    import matplotlib.pyplot as plt

    style.figure().subplots()
    assert plt.get_fignums() == []


def test_axes_have_the_style_whoever_makes_them():
    made = style.figure()
    for axes in [*made.subplots(1, 2), made.add_subplot(3, 3, 9)]:
        (line,) = axes.plot([1, 2])
        assert line.get_color() == style.PALETTE["main"]
        assert not axes.spines["right"].get_visible()
    assert style.figure().subplots(subplot_kw={"projection": "polar"}).name == "polar"


def test_margins_are_in_inches():
    box = style.figure(8, 4, left=2, right=1, top=0.5, bottom=1).subplots().get_position()
    assert box.bounds == pytest.approx((2 / 8, 1 / 4, 5 / 8, 2.5 / 4))


def test_png_has_the_pixels_asked_for():
    image = style.png(style.figure(4, 3), dpi=50)
    assert (int.from_bytes(image[16:20], "big"), int.from_bytes(image[20:24], "big")) == (200, 150)


def test_seaborn_draws_on_it():
    axes = style.figure().subplots()
    sns.lineplot(x=[1, 2, 1, 2], y=[1, 2, 3, 4], hue=["a", "a", "b", "b"], palette=style.CYCLE[:2], ax=axes)
    drawn = {to_hex(line.get_color()).upper() for line in axes.lines if len(line.get_xdata())}
    assert drawn == {style.PALETTE["main"], style.PALETTE["contrast"]}
    assert style.png(axes.figure)[1:4] == b"PNG"


def ink(text):
    """How many dark pixels a label leaves, and the image, at a fixed place."""
    made = style.figure(3, 1, left=0.1, bottom=0.1)
    made.text(0.1, 0.4, text)
    return style.png(made)


def test_chinese_is_drawn_where_a_font_has_it():
    if len(style.fonts()) == 1:
        pytest.skip("no Chinese font here (Debian: apt install fonts-noto-cjk)")
    assert ink("顾") != ink("客")  # two empty boxes would be the same picture


def test_without_a_chinese_font_nothing_complains(monkeypatch):
    monkeypatch.setattr(style, "fonts", lambda: (style.BASE_FONT,))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert ink("顾") == ink("客")


def test_font_names_are_installed_ones():
    from matplotlib.font_manager import findfont

    for name in style.fonts():
        assert findfont(name, fallback_to_default=False)


def test_importing_style_is_cheap():
    code = "import sys, relmark_helpers.style; sys.exit('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(style.__file__).parents[1], check=False)
    assert done.returncode == 0
