"""Seeing through IPython's own signs to the Python of a cell."""

from __future__ import annotations

import ast

# magics whose cell is run by another program, or not at all
NOT_HERE = (
    "writefile",
    "file",
    "bash",
    "sh",
    "script",
    "python",
    "python2",
    "python3",
    "pypy",
    "system",
    "sx",
    "!",
)


def as_python(source: str) -> str:
    """Give a cell as Python alone: what a magic times or captures is its code, and other magics become calls.

    Parameters
    ----------
    source : str
        The cell.

    Returns
    -------
    str

    Examples
    --------
    >>> as_python("%%time\\nx = 1")
    'x = 1'
    >>> as_python("%matplotlib inline\\nx = 1").splitlines()[1]
    'x = 1'
    """
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        pass
    else:
        return source
    first, _, rest = source.lstrip().partition("\n")
    if first.startswith("%%"):
        return "" if first.split()[0][2:] in NOT_HERE else as_python(rest)
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        return TransformerManager().transform_cell(source)
    except Exception:  # what IPython cannot read either
        return source
