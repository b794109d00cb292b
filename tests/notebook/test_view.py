import base64
import io

import numpy as np
import pandas as pd
import pytest
from PIL import Image
from samples import Tags

from relmark_helpers import style
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.view import show, table_html


def rows(html):
    """Cells of the body, by row, as they are read."""
    tags = Tags(html).found
    body = tags[next(place for place, (tag, *_) in enumerate(tags) if tag == "tbody") :]
    found = []
    for tag, _, text in body:
        if tag == "tr":
            found.append([])
        elif tag in ("th", "td"):
            found[-1].append(text)
    return found


def test_a_picture_is_shown_with_its_sentence_and_its_numbers():
    view = show(
        style.figure(4, 3), 'Up by "5 %" & more.', pd.DataFrame({"month": [1, 2], "sales": [10.0, 12.5]})
    )
    data = view._repr_mimebundle_()
    tags = Tags(data["text/html"])
    (image, _) = tags.all("img")[0]
    assert image["alt"] == 'Up by "5 %" & more.'
    picture = Image.open(io.BytesIO(base64.b64decode(image["src"].removeprefix("data:image/png;base64,"))))
    assert picture.size == (768, 576)
    assert (image["width"], image["height"]) == ("384", "288")
    assert [tag for tag, *_ in tags.found if tag in ("figure", "figcaption", "details", "summary", "table", "caption")] == [
        "figure", "figcaption", "details", "summary", "table", "caption"]  # fmt: skip
    assert data["text/plain"] == 'Up by "5 %" & more.'


def test_without_numbers_there_is_nothing_to_unfold():
    assert "<details" not in show(style.figure(), "Nothing.")._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize("says", ["", "  "])
def test_a_picture_needs_its_sentence(says):
    with pytest.raises(CourseError, match="needs a sentence"):
        show(style.figure(), says)


def test_every_column_and_row_has_a_header_and_no_header_is_empty():
    table = pd.DataFrame({"n": [3, 4]}, index=["a", "b"])
    tags = Tags(table_html(table, "C"))
    headers = [(attributes["scope"], text) for attributes, text in tags.all("th")]
    assert headers == [("col", "row"), ("col", "n"), ("row", "a"), ("row", "b")]
    assert tags.all("caption")[0][1] == "C"
    wrapper = tags.all("div")[0][0]
    assert (wrapper["role"], wrapper["tabindex"], wrapper["aria-label"]) == ("group", "0", "C")


def test_named_levels_become_columns():
    index = pd.MultiIndex.from_tuples([("x", 1), ("y", 2)], names=["branch_city", "year"])
    table = pd.DataFrame([[1.0], [2.0]], index=index, columns=pd.MultiIndex.from_tuples([("sales", "mean")]))
    html = table_html(table, "C")
    assert [text for attributes, text in Tags(html).all("th") if attributes["scope"] == "col"] == [
        "branch city", "year", "sales mean"]  # fmt: skip
    assert rows(html) == [["x", "1", "1"], ["y", "2", "2"]]


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ([0.123456, 0.2], ["0.123", "0.200"]),
        ([1.2345, 9.0], ["1.23", "9.00"]),
        ([12.345, -3.0], ["12.3", "−3.0"]),
        ([1234567.8, 2.0], ["1,234,568", "2"]),
        ([0.000123, 0.0004], ["0.000123", "0.000400"]),
        ([1.0, 2.0, np.nan], ["1", "2", "–"]),
        ([0.5, np.inf], ["0.500", "inf"]),
        ([np.nan, np.nan], ["–", "–"]),
        ([1, 20000], ["1", "20,000"]),
        (pd.array([7, None], dtype="Int8"), ["7", "–"]),
        ([True, False], ["yes", "no"]),
        (["<b>", None], ["<b>", "–"]),
        (pd.to_datetime(["2024-02-29", None]), ["2024-02-29", "–"]),
    ],
)
def test_numbers_are_written_as_they_are_read(values, written):
    assert [
        row[1] for row in rows(table_html(pd.DataFrame({"k": range(len(values)), "v": values}), "C"))
    ] == written


def test_text_cannot_break_the_page():
    html = table_html(pd.DataFrame({"<i>": ["<script>"]}), "<b>")
    assert "<script>" not in html
    assert "<i>" not in html
    assert "<b>" not in html


def test_a_long_table_is_cut_and_says_so():
    html = table_html(pd.DataFrame({"n": range(1234)}), "Numbers")
    assert len(rows(html)) == 60
    assert Tags(html).all("caption")[0][1] == "Numbers: the first 60 of 1,234 rows"


def test_an_empty_table_has_headers_only():
    assert rows(table_html(pd.DataFrame({"n": []}), "C")) == []
