"""Texts as a page can show them: control characters out, Markdown and formulas readable, nothing that loads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[@-Z\\^_]?|\x9b[0-?]*[ -/]*[@-~]"
)
# Controls, lone surrogates, and the characters that turn the direction of what follows.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_TAG_OR_CHINESE = re.compile(
    "<[^>]*>|([\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]*[\u3400-\u9fff][\u3000-\u9fff\uff00-\uffef]*)"
)

_SIGNS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "eta": "η",
    "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ",
    "Phi": "Φ", "Omega": "Ω", "sum": "Σ", "prod": "Π", "int": "∫", "infty": "∞", "partial": "∂",
    "times": "×", "cdot": "·", "pm": "±", "approx": "≈", "neq": "≠", "ne": "≠", "leq": "≤", "le": "≤",
    "geq": "≥", "ge": "≥", "to": "→", "rightarrow": "→", "in": "∈", "mid": "|", "ldots": "…", "dots": "…",
    "cdots": "…", "quad": " ", "qquad": " ", "left": "", "right": "", "displaystyle": "",
}  # fmt: skip
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\s*\{([^{}]*)\}")
_NAMED = re.compile(r"\\(?:text|mathrm|mathbf|mathit|operatorname|bar|hat|tilde|overline)\s*\{([^{}]*)\}")
_COMMAND = re.compile(r"\\([A-Za-z]+|.)")


def clean(text: str) -> str:
    """Take out of a text what is not for reading: terminal colours, control characters, broken characters.

    Parameters
    ----------
    text : str
        What student code wrote.

    Returns
    -------
    str
        Of a line that was written over (a progress bar), the last state.

    Examples
    --------
    >>> clean("\\x1b[31mred\\x1b[0m 10%\\r 20%")
    ' 20%'
    >>> clean("\\ud800\\x00") == "\\ufffd" * 2
    True
    """
    text = _ESCAPES.sub("", text).replace("\r\n", "\n")
    if "\r" in text:
        text = "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in text.split("\n"))
    return _UNFIT.sub("\ufffd", text)


def formula(tex: str) -> str:
    r"""Write a formula so that it can be read aloud as it stands.

    Parameters
    ----------
    tex : str
        The formula in TeX, without dollar signs.

    Returns
    -------
    str

    Examples
    --------
    >>> formula(r"\alpha = \frac{k}{k - 1} \left(1 - \frac{\sum_i \sigma_i^2}{\sigma^2}\right)")
    'α = k/(k - 1) (1 - (Σ_i σ_i^2)/σ^2)'
    """
    before = None
    while before != tex:  # from the inside out
        before = tex
        tex = _NAMED.sub(r"\1", tex)
        tex = _ROOT.sub(lambda found: f"√{_grouped(found[1])}", tex)
        tex = _FRACTION.sub(lambda found: f"{_grouped(found[1])}/{_grouped(found[2])}", tex)
    tex = _COMMAND.sub(lambda found: _SIGNS.get(found[1], found[1] if found[1].isalpha() else " "), tex)
    tex = re.sub(r"([_^])\{(\w)\}", r"\1\2", tex).replace("{", "(").replace("}", ")")
    return " ".join(tex.replace("&", " ").split())


def _grouped(part: str) -> str:
    part = part.strip()
    return part if re.fullmatch(r"\\?\w+(?:[_^]\w)*", part) else f"({part})"


def markdown(text: str, pictures: Mapping[str, str] | None = None) -> Markup:
    """Write Markdown as HTML in which nothing loads and nothing leads away: no raw HTML, no link.

    Parameters
    ----------
    text : str
        Markdown, as in a notebook's cell.
    pictures : mapping of str to str, optional
        By the name of an attachment the picture's address, a safe one; empty of one that cannot be shown.

    Returns
    -------
    Markup
        Of links the text and the address, of other pictures the alternative text; headings as strong lines.

    Examples
    --------
    >>> markdown("**Delight** <script>x</script> [fades](https://example.org) in $t_{1}$.")
    Markup('<p><strong>Delight</strong> &lt;script&gt;x&lt;/script&gt; fades (https://example.org) in <code>t_1</code>.</p>\\n')
    """
    return Markup(marked_chinese(_writer().render(text, {"pictures": dict(pictures or {})})))


def marked_chinese(html: str) -> str:
    """Say of the Chinese in a text of HTML that it is Chinese, for those who listen.

    Parameters
    ----------
    html : str
        HTML, of whose tags nothing is changed.

    Returns
    -------
    str

    Examples
    --------
    >>> marked_chinese("Satisfaction · 顾客满意")
    'Satisfaction · <span lang="zh">顾客满意</span>'
    """
    return _TAG_OR_CHINESE.sub(
        lambda found: f'<span lang="zh">{found[0]}</span>' if found[1] else found[0], html
    )


@cache
def _writer() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    made.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    for rule, write in {
        "heading_open": lambda tokens, at, *_: '<p class="heading"><strong>',
        "heading_close": lambda tokens, at, *_: "</strong></p>\n",
        "link_open": lambda tokens, at, *_: "",
        "link_close": _address,
        "image": _picture,
        "fence": _code,
        "code_block": _code,
        "table_open": lambda tokens, at, *_: (
            '<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>'
        ),
        "table_close": lambda tokens, at, *_: "</table></div>\n",
        "math_inline": _formula,
        "math_inline_double": _formula,
        "math_block": _formula,
        "math_block_label": _formula,
    }.items():
        made.add_render_rule(rule, lambda _, *words, write=write: str(write(*words)))
    return made


def _picture(tokens: Sequence[Any], at: int, options: Any, env: Any) -> str:
    """A picture that came with the text, once; of any other its words."""
    words = tokens[at].content.strip()
    name = unquote(str(tokens[at].attrs.get("src", ""))).removeprefix("attachment:")
    address = env["pictures"].pop(name, None)  # once: a short text could show a large one without end
    if not address:
        missing = "" if address is None else " (a picture that cannot be shown here)"
        return f"{Markup.escape(words or 'picture')}{missing}"
    return f'<img src="{Markup.escape(address)}" alt="{Markup.escape(words or "Picture without a description")}">'


def _address(tokens: Sequence[Any], at: int, *_: Any) -> str:
    opened = next(token for token in reversed(tokens[:at]) if token.type == "link_open")
    address = str(opened.attrs.get("href", ""))
    shown = "".join(token.content for token in tokens[:at])
    if not address.startswith(("https://", "http://")) or address in shown:
        return ""
    return f" ({Markup.escape(address)})"


def _code(tokens: Sequence[Any], at: int, *_: Any) -> str:
    inside = Markup.escape(tokens[at].content)
    return f'<div class="scroll" role="group" tabindex="0" aria-label="Code"><pre>{inside}</pre></div>\n'


def _formula(tokens: Sequence[Any], at: int, *_: Any) -> str:
    inside = f"<code>{Markup.escape(formula(tokens[at].content))}</code>"
    return f"<p>{inside}</p>\n" if "block" in tokens[at].type else inside
