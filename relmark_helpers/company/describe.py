"""The calibration report of a company: what its tables look like, beside what was published of real ones."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from relmark_helpers.company.store import connect

SCORE = " + ".join(f"coalesce(overall_satisfaction_{item}, 5)" for item in (1, 2, 3))
# Of a year's buyers the fifth with most of something: {what} is summed by customer in the year {year}.
TOP = """
    SELECT customer_id, sum({what}) AS much,
           row_number() OVER (ORDER BY sum({what}) DESC, customer_id) <= count(*) OVER () / 5 AS top
    FROM orders JOIN (
        SELECT order_id, sum(price_paid) AS paid, sum(price_paid - quantity * unit_cost) AS margin, 1 AS one
        FROM order_lines JOIN products USING (product_id) GROUP BY order_id
    ) USING (order_id)
    WHERE year(ordered_on) = {year} GROUP BY customer_id"""


class Figure(NamedTuple):
    """One figure of the report.

    Examples
    --------
    >>> FIGURES[0].name
    'customers who ever were'
    """

    name: str
    sql: str  # gives one number; {last} is the last whole year, {before} the one before it
    form: str  # how to print it
    low: float | None = None  # the range published, where facts give one
    high: float | None = None
    published: str = ""


def _top_share(what: str) -> str:
    top = TOP.format(what=what, year="{last}")
    return f"SELECT sum(much) FILTER (top) / sum(much) FROM ({top})"


FIGURES = (
    Figure("customers who ever were", "SELECT count(*) FROM customers", "{:,.0f}"),
    Figure("orders a month", "SELECT count(*) / count(DISTINCT month) FROM (SELECT date_trunc('month', ordered_on) AS month FROM orders)", "{:,.0f}"),
    Figure("lines an order", "SELECT (SELECT count(*) FROM order_lines) / count(*) FROM orders", "{:.2f}"),
    Figure("paid for an order, median, CNY", "SELECT median(paid) FROM (SELECT sum(price_paid) AS paid FROM order_lines GROUP BY order_id)", "{:,.2f}"),
    Figure(
        "buyers of the year before last who did not buy in the last",
        """SELECT avg(CASE WHEN later.customer_id IS NULL THEN 1.0 ELSE 0.0 END)
           FROM (SELECT DISTINCT customer_id FROM orders WHERE year(ordered_on) = {before}) AS earlier
           LEFT JOIN (SELECT DISTINCT customer_id FROM orders WHERE year(ordered_on) = {last}) AS later
           USING (customer_id)""",
        "{:.1%}",
    ),
    Figure(
        "customers lost in the last year (table truth)",
        "SELECT value FROM truth WHERE effect = 'customers lost in {last}'",
        "{:.1%}",
    ),
    Figure(
        "satisfied in the year before last (score 5 and more), gone a year later: no order in the year after that",
        f"""SELECT avg(CASE WHEN EXISTS (
                SELECT 1 FROM orders AS o WHERE o.customer_id = s.customer_id
                AND o.ordered_on > s.answered_on + INTERVAL 12 MONTH
                AND o.ordered_on <= s.answered_on + INTERVAL 24 MONTH) THEN 0.0 ELSE 1.0 END)
            FROM surveys AS s WHERE {SCORE} >= 15
            AND s.answered_on + INTERVAL 24 MONTH <= (SELECT max(ordered_on) + INTERVAL 15 DAY FROM orders)""",
        "{:.1%}",
        0.15,
        0.40,
        "15-40 % of satisfied customers defect in a year (US, across industries, 1996)",
    ),
    Figure(
        "orders of the last year by the top fifth of its buyers",
        _top_share("one"),
        "{:.1%}",
        0.50,
        0.79,
        "not much more than half to about 60 % of purchases (sharp2019, sharpromaniuk2007), 62-79 % by brand and window (dunnhumby)",
    ),
    Figure("spending of the last year by the top fifth", _top_share("paid"), "{:.1%}", 0.50, 0.79, "as above"),
    Figure("gross profit of the last year by the top fifth", _top_share("margin"), "{:.1%}", 0.50, 0.80, "as above; 80 % in the saying (B6)"),
    Figure(
        "of the top fifth by spending, still there in the next year",
        f"""SELECT avg(CASE WHEN later.top THEN 1.0 ELSE 0.0 END)
            FROM ({TOP.format(what="paid", year="{before}")}) AS earlier
            LEFT JOIN ({TOP.format(what="paid", year="{last}")}) AS later USING (customer_id)
            WHERE earlier.top""",
        "{:.1%}",
        0.40,
        0.60,
        "about half drop out (sharp2019)",
    ),
    Figure("answers that tell of a problem with the order", "SELECT avg(CASE WHEN problem <> 'none' THEN 1.0 ELSE 0.0 END) FROM surveys", "{:.1%}"),
    Figure(
        "of these, with a complaint about it",
        """SELECT avg(CASE WHEN c.order_id IS NULL THEN 0.0 ELSE 1.0 END)
           FROM surveys LEFT JOIN (SELECT DISTINCT order_id FROM complaints) AS c USING (order_id)
           WHERE problem <> 'none'""",
        "{:.1%}",
    ),
    Figure(
        "complaints resolved",
        "SELECT avg(CASE WHEN outcome = 'resolved' THEN 1.0 ELSE 0.0 END) FROM complaints",
        "{:.1%}",
        0.80,
        0.88,
        "85.5 and 83 % of two samples of 200 dissatisfied car buyers (Dillard and Bates)",
    ),
    Figure(
        "people told good for one told bad (table truth)",
        """SELECT max(value) FILTER (cause = 'good') / max(value) FILTER (cause = 'bad')
           FROM truth WHERE effect = 'people told in all'""",
        "{:.1f}",
        2.0,
        4.0,
        "about 3 in 15 studies (eastwom2007)",
    ),
    Figure("newcomers sent by a customer", "SELECT avg(CASE WHEN channel = 'referral' THEN 1.0 ELSE 0.0 END) FROM customers WHERE joined >= (SELECT min(month) FROM branch_months)", "{:.1%}"),
    Figure("invitations answered", "SELECT avg(CASE WHEN answered THEN 1.0 ELSE 0.0 END) FROM survey_invitations", "{:.1%}"),
    Figure("net promoter score", "SELECT 100 * avg(CASE WHEN nps >= 9 THEN 1.0 WHEN nps <= 6 THEN -1.0 ELSE 0.0 END) FROM surveys WHERE nps IS NOT NULL", "{:+.1f}"),
    Figure(
        "orders of the last year by members of the club",
        """SELECT avg(CASE WHEN since <= ordered_on THEN 1.0 ELSE 0.0 END)
           FROM orders LEFT JOIN (SELECT customer_id, since FROM memberships WHERE event = 'joined') USING (customer_id)
           WHERE year(ordered_on) = {last}""",
        "{:.1%}",
    ),
    Figure("points burned for one earned", "SELECT -sum(points) FILTER (kind = 'burn') / sum(points) FILTER (kind = 'earn') FROM points_ledger", "{:.1%}"),
    Figure("profit of revenue", "SELECT sum(profit) / sum(revenue) FROM branch_months", "{:.1%}"),
    Figure(
        "revenue of key accounts by the five largest",
        """SELECT sum(much) FILTER (rank <= 5) / sum(much) FROM (
               SELECT sum(revenue) AS much, row_number() OVER (ORDER BY sum(revenue) DESC) AS rank
               FROM account_orders GROUP BY account_id)""",
        "{:.1%}",
    ),
)  # fmt: skip


def describe(company: Path | str | None = None) -> pd.DataFrame:
    """Say what a company looks like, each figure beside the published range where the course's facts give one.

    Parameters
    ----------
    company : Path or str, optional
        A folder made by ``relmark company build``; by default the company of the course.

    Returns
    -------
    DataFrame
        figure, value (missing where the company is too short for it), shown (text), low, high, published,
        inside (True, False, or missing where nothing is published).

    Raises
    ------
    CourseError
        If the folder is not a whole company.

    Examples
    --------
    >>> report = describe().set_index("figure")
    >>> report.loc["customers who ever were", "shown"] == f"{report.loc['customers who ever were', 'value']:,.0f}"
    True
    """
    connection = connect(company)
    found = connection.execute(
        "SELECT max(year(month)) FROM branch_months WHERE month(month) = 12"
    ).fetchall()
    last = found[0][0] or 0
    rows = []
    for figure in FIGURES:
        answer = connection.execute(figure.sql.format(last=last, before=last - 1)).fetchall()
        value = None if not answer or answer[0][0] is None else float(answer[0][0])
        inside = (
            None
            if value is None or figure.low is None or figure.high is None
            else figure.low <= value <= figure.high
        )
        shown = "" if value is None else figure.form.format(value)
        rows.append((figure.name, value, shown, figure.low, figure.high, figure.published, inside))
    columns = ["figure", "value", "shown", "low", "high", "published", "inside"]
    return pd.DataFrame(rows, columns=columns)
