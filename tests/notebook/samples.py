"""An explorer whose right answers are plain, and HTML read as a browser reads it."""

from html.parser import HTMLParser

import pandas as pd

from relmark_helpers import style
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.explorer import Choice, Explorer, Lever, View, explorer


def make_explorer(seen=None) -> Explorer:
    """Draws price times count; complains about one setting, breaks down at another."""

    @explorer(
        title="Sales <of> a day",
        question="What do price & count make?",
        levers=[
            Lever("price", "Price", 2.5, span=(0.0, 10.0), step=0.5, unit="CNY"),
            Lever("count", "Pieces sold", 4, span=(0, 10)),
            Lever("off", "Discount", 0.1, span=(0.0, 0.5), step=0.05, format="percent"),
            Choice("where", "Channel", "shop", options={"shop": "In the shop", "app": "In the app"}),
        ],
    )
    def sales(price: float, count: int, off: float, where: str) -> View:
        if seen is not None:
            seen.append((price, count, off, where))
        if count == 9:
            raise CourseError("Nobody sells nine.")
        if count == 10:
            raise ZeroDivisionError("ten")
        figure = style.figure(4, 3)
        figure.subplots().bar(["sales"], [price * count])
        total = price * count * (1 - off)
        return View(figure, f"Sales are {total:.2f} CNY.", pd.DataFrame({"sales": [total]}, index=[where]))

    return sales


class Tags(HTMLParser):
    """Every element as (tag, attributes, text within), in order."""

    def __init__(self, html):
        super().__init__()
        self.found, self._open = [], []
        self.feed(html)
        assert self._open == [], f"not closed: {self._open}"

    def handle_starttag(self, tag, attributes):
        element = [tag, dict(attributes), ""]
        self.found.append(element)
        if tag not in ("img", "br"):
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        for element in self._open:
            element[2] += data

    def all(self, tag):
        return [(attributes, text) for name, attributes, text in self.found if name == tag]
