"""Tables that a screen reader can read: a caption, and a header for each column and row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from relmark_helpers.errors import CourseError

if TYPE_CHECKING:
    import pandas as pd

MOST_ROWS = 60  # a longer table is cut: it is read in a page, one row at a time
SCROLLING = "overflow-x:auto;max-width:100%"


@dataclass(frozen=True)
class Numbers:
    """A table that shows itself with its caption, and a header for each column and row.

    Parameters
    ----------
    frame : pandas.DataFrame
        The numbers.
    caption : str
        What the table is.

    Examples
    --------
    >>> import pandas as pd
    >>> Numbers(pd.DataFrame({"branch": ["Harbour"], "sales": [2]}), "Sales")
    Sales
    branch  sales
    Harbour      2
    """

    frame: pd.DataFrame
    caption: str

    def __repr__(self) -> str:
        return f"{self.caption}\n{_without_index(self.frame).to_string(index=False)}"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": table_html(self.frame, self.caption), "text/plain": repr(self)}


def table(frame: pd.DataFrame | pd.Series, caption: str) -> Numbers:
    """Show a table in a notebook cell so that a screen reader can read it.

    Parameters
    ----------
    frame : pandas.DataFrame or Series
        The numbers. An index with names, or other than 0, 1, 2, …, becomes the first columns.
    caption : str
        What the table is.

    Returns
    -------
    Numbers
        Leave it as the last line of a cell.

    Raises
    ------
    CourseError
        If the caption is empty or there is no table.

    Examples
    --------
    >>> import pandas as pd
    >>> table(pd.DataFrame({"branch": ["Harbour"], "sales": [2]}), "Sales")
    Sales
    branch  sales
    Harbour      2
    """
    import pandas as pd

    if isinstance(frame, pd.Series):
        frame = frame.to_frame()
    if not isinstance(frame, pd.DataFrame):
        raise CourseError(f"rm.table shows a DataFrame or a Series; got {type(frame).__name__}.")
    if not isinstance(caption, str) or not caption.strip():
        raise CourseError('A table needs a caption: rm.table(frame, "what it is").')
    return Numbers(frame, caption)


def table_html(table: pd.DataFrame, caption: str) -> str:
    """Write a table that a screen reader can read: a caption, and a header for each column and row.

    Parameters
    ----------
    table : pandas.DataFrame
        The numbers. An index with names, or other than 0, 1, 2, …, becomes the first columns.
    caption : str
        What the table is.

    Returns
    -------
    str
        HTML with every text escaped and every number rounded to what can be read.

    Examples
    --------
    >>> import pandas as pd
    >>> html = table_html(pd.DataFrame({"branch": ["Harbour"], "sales": [1234.5678]}), "Sales")
    >>> html[html.index("<tbody>"):]
    '<tbody><tr><th scope="row">Harbour</th><td>1,235</td></tr></tbody></table></div>'
    """
    flat = _without_index(table)
    shown = flat.head(MOST_ROWS)
    if len(shown) < len(flat):
        caption = f"{caption}: the first {MOST_ROWS} of {len(flat):,} rows"
    columns = [[write(value) for value in shown[name]] for name in shown for write in [_writer(shown[name])]]
    head = "".join(f'<th scope="col">{escape(_header(name))}</th>' for name in flat.columns)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{value}</td>" for value in rest)}</tr>'
        for first, *rest in zip(*columns, strict=True)
    )
    # What may scroll sideways must be reachable from the keyboard and have a name. It is a group and no region:
    # several tables of a page may be called alike, and landmarks may not.
    name = escape(caption)
    return (
        f'<div role="group" tabindex="0" aria-label="{name}" style="{SCROLLING}">'
        f"<table><caption>{name}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _without_index(table: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    index = table.index
    if isinstance(index, pd.RangeIndex) and index.name is None:
        return table
    names = ["row" if name is None else str(name) for name in index.names]
    return table.rename_axis(index=names).reset_index()


def _header(name: object) -> str:
    parts = name if isinstance(name, tuple) else (name,)
    return " ".join(str(part) for part in parts if str(part)).replace("_", " ")


def _writer(column: pd.Series[Any]) -> Callable[[Any], str]:
    """How the values of one column are written: all with the same number of decimals."""
    import pandas as pd

    kind = column.dtype
    if pd.api.types.is_bool_dtype(kind):
        return lambda value: "–" if pd.isna(value) else "yes" if value else "no"
    if pd.api.types.is_numeric_dtype(kind):
        decimals = 0 if pd.api.types.is_integer_dtype(kind) else _decimals(column)
        return lambda value: "–" if pd.isna(value) else f"{value:,.{decimals}f}".replace("-", "−")
    if pd.api.types.is_datetime64_any_dtype(kind):
        return lambda value: "–" if pd.isna(value) else f"{value:%Y-%m-%d}"
    return lambda value: "–" if pd.isna(value) else escape(str(value))


def _decimals(column: pd.Series[Any]) -> int:
    """Three digits of the largest number, and none where every number is whole."""
    sizes = column.abs()
    sizes = sizes[sizes < float("inf")].dropna()
    largest = float(sizes.max()) if len(sizes) else 0.0
    if largest == 0 or (sizes % 1 == 0).all():
        return 0
    for decimals, bound in enumerate((100, 10, 1, 0.1, 0.01, 0.001)):
        if largest >= bound:
            return decimals
    return 6
