"""How the course's pictures look: colours, fonts and figures, without touching matplotlib's settings.

Matplotlib is imported when the first figure is made, so that this module costs nothing to import.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PALETTE = MappingProxyType(
    {
        "main": "#0072B2",  # blue: what the picture is about
        "contrast": "#D55E00",  # vermilion: what it is compared with
        "third": "#009E73",  # green
        "fourth": "#882255",  # wine
        "fifth": "#332288",  # indigo
        "muted": "#6B7280",  # grey: the rest, the past, the reference
        "ink": "#1F2933",  # text and axes
        "faint": "#D9DDE3",  # grid and fills; never the only carrier of meaning
    }
)
"""Colours by role, told apart by colour-blind eyes and at least 3:1 on white (but ``faint``)."""

CYCLE = tuple(PALETTE[role] for role in ("main", "contrast", "third", "fourth", "fifth", "muted"))
"""The colours that carry data, in order: ``sns.scatterplot(..., palette=style.CYCLE)``."""

BASE_FONT = "DejaVu Sans"  # comes with matplotlib, so that labels are as wide on every computer
CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Sans CJK JP",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)


@cache
def fonts() -> tuple[str, ...]:
    """Name the font families of every text in a picture: Latin first, then one that has Chinese.

    Without a Chinese font the second is missing: Chinese characters are drawn as empty boxes, quietly.
    The sentence under a picture never depends on them. ``apt install fonts-noto-cjk``, or any font
    that the operating system offers for Chinese, brings them back.

    Returns
    -------
    tuple of str
        One or two names of installed families.

    Examples
    --------
    >>> fonts()[0]
    'DejaVu Sans'
    """
    from matplotlib.font_manager import get_font_names

    installed = set(get_font_names())
    return (BASE_FONT, *[name for name in CHINESE_FONTS if name in installed][:1])


def figure(
    width: float = 6.4,
    height: float = 3.75,
    *,
    left: float = 0.85,
    right: float = 0.25,
    top: float = 0.3,
    bottom: float = 0.65,
) -> Figure:
    """Make an empty figure in the course's style; draw on ``figure.subplots()``, also with seaborn's ``ax=``.

    The margins are fixed, because working them out from the labels costs more than drawing the picture.
    Give more room on the left to long names of categories.

    Parameters
    ----------
    width, height : float
        Size in inches; one inch is 96 pixels of a web page.
    left, right, top, bottom : float
        Margins around the axes in inches, for labels and titles.

    Returns
    -------
    matplotlib.figure.Figure
        It belongs to no pyplot window, and matplotlib's settings are as they were.

    Examples
    --------
    >>> axes = figure(4, 3).subplots()
    >>> axes.spines["top"].get_visible()
    False
    """
    made: Figure = _figure_class()(figsize=(width, height), facecolor="white")
    made.subplots_adjust(
        left=left / width, right=1 - right / width, bottom=bottom / height, top=1 - top / height
    )
    return made


def png(figure: Figure, dpi: float = 96) -> bytes:
    """Draw a figure as a PNG image, fast rather than small.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        What to draw.
    dpi : float
        Dots per inch: 96 fills its place in a web page, 192 is sharp there.

    Returns
    -------
    bytes
        The file.

    Examples
    --------
    >>> png(figure(2, 1))[1:4]
    b'PNG'
    """
    image = io.BytesIO()
    figure.savefig(image, format="png", dpi=dpi, pil_kwargs={"compress_level": 1})
    return image.getvalue()


@cache
def _figure_class() -> Any:
    """Figure whose axes and texts have the style, whoever makes them: made once matplotlib is wanted."""
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    from relmark_helpers.canvas import CourseCanvas

    def _texts(artist: Any) -> Iterator[Text]:
        """Every text but those at ticks, which have their font by ``_dress`` and cost much to make for an axis not drawn."""
        if isinstance(artist, Text):
            yield artist
        inner = (artist.label, artist.offsetText) if isinstance(artist, Axis) else artist.get_children()
        for each in inner:
            yield from _texts(each)

    class CourseFigure(Figure):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            CourseCanvas(self)

        def add_subplot(self, *args: Any, **kwargs: Any) -> Axes:
            axes: Axes = super().add_subplot(*args, **kwargs)
            if axes.name == "rectilinear":
                _dress(axes)
            return axes

        def draw(self, renderer: Any) -> None:
            # Texts take their font from the global settings when they are made; ours is set before drawing.
            for text in _texts(self):
                if text.get_fontfamily() == ["sans-serif"]:
                    text.set_fontfamily(fonts())
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", message="Glyph .* missing from font")
                super().draw(renderer)

    return CourseFigure


def _dress(axes: Axes) -> None:
    ink, faint = PALETTE["ink"], PALETTE["faint"]
    axes.set_prop_cycle(color=CYCLE)
    axes.set_axisbelow(True)
    axes.locator_params(nbins=5)  # ticks and their labels are most of the time that a small chart takes
    axes.grid(True, color=faint, linewidth=0.8)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(PALETTE["muted"])
    axes.tick_params(color=PALETTE["muted"], labelcolor=ink, length=3, labelsize=9.5, labelfontfamily=fonts())
    for text in (axes.xaxis.label, axes.yaxis.label, axes.title):
        text.set_color(ink)
