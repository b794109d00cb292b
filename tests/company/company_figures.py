"""What the committed company looks like: every figure of the data card, computed from the tables alone."""

from __future__ import annotations

import numpy as np
import pandas as pd

from relmark_helpers.company.describe import describe

CONSTRUCTS = (
    "desires",
    "performance",
    "expectations",
    "desires_congruency",
    "expectations_congruency",
    "attribute_satisfaction",
    "information_satisfaction",
    "overall_satisfaction",
    "trust",
)
REVERSED = ("expectations_congruency_3", "trust_3")
Tables = dict[str, pd.DataFrame]


def items(surveys: pd.DataFrame, construct: str) -> pd.DataFrame:
    """The three items of a construct as numbers, reversed ones turned round."""
    answers = surveys[[f"{construct}_{number}" for number in (1, 2, 3)]].astype("Float64").astype(float)
    for name in REVERSED:
        if name in answers:
            answers[name] = 8 - answers[name]
    return answers


def scores(surveys: pd.DataFrame) -> pd.DataFrame:
    """The mean of the answered items of every construct."""
    return pd.DataFrame({name: items(surveys, name).mean(axis=1) for name in CONSTRUCTS})


def alpha(answers: pd.DataFrame) -> float:
    """Cronbach's alpha over the rows without a missing item."""
    whole = answers.dropna()
    count = whole.shape[1]
    return count / (count - 1) * (1 - whole.var().sum() / whole.sum(axis=1).var())


def slopes(effect: pd.Series, causes: pd.DataFrame) -> pd.DataFrame:
    """Least squares with an intercept: slope and standard error of each cause, rows with a gap left out."""
    whole = pd.concat([causes, effect.rename("effect").astype(float)], axis=1).dropna()
    design = np.column_stack([np.ones(len(whole)), whole[causes.columns].to_numpy(dtype=float)])
    answer = whole["effect"].to_numpy()
    slope, *_ = np.linalg.lstsq(design, answer, rcond=None)
    left = answer - design @ slope
    variance = left @ left / (len(whole) - design.shape[1]) * np.linalg.inv(design.T @ design)
    found = pd.DataFrame(
        {"slope": slope, "error": np.sqrt(np.diag(variance))}, index=["base", *causes.columns]
    )
    return found.drop(index="base")


def standardised(frame: pd.DataFrame) -> pd.DataFrame:
    """Every column in its own standard deviations."""
    return (frame - frame.mean()) / frame.std()


def bought_again(tables: Tables, months: int = 6) -> pd.Series:
    """For every survey: whether an order followed within so many months; missing if not yet known."""
    surveys, orders = tables["surveys"], tables["orders"]
    later = surveys[["survey_id", "customer_id", "answered_on"]].merge(orders[["customer_id", "ordered_on"]])
    until = later["answered_on"] + pd.DateOffset(months=months)
    inside = later[(later["ordered_on"] > later["answered_on"]) & (later["ordered_on"] <= until)]
    again = surveys["survey_id"].isin(inside["survey_id"]).astype(float)
    last = orders["ordered_on"].max() - pd.DateOffset(months=months)
    return again.where(surveys["answered_on"] <= last)


def intention_and_behaviour(tables: Tables) -> pd.DataFrame:
    """Standardised satisfaction and trust as causes of intention and of buying again within six months."""
    surveys = tables["surveys"]
    causes = standardised(scores(surveys)[["overall_satisfaction", "trust"]])
    intention = surveys["loyalty_repurchase"].astype("Float64").astype(float)
    return pd.concat(
        {"intention": slopes(intention, causes), "bought_again": slopes(bought_again(tables), causes)},
        names=["effect", "cause"],
    )


def treadmill(tables: Tables, treated: list[int], first_wave: int = 5) -> pd.DataFrame:
    """Differences in differences by wave: programme branches against the others, against the waves before."""
    surveys = tables["surveys"]
    orders = tables["orders"].set_index("order_id")["branch_id"]
    waves = tables["survey_invitations"].set_index("invitation_id")["wave"]
    frame = scores(surveys).assign(
        wave=surveys["invitation_id"].map(waves), programme=surveys["order_id"].map(orders).isin(treated)
    )
    means = frame.groupby(["wave", "programme"]).mean()
    gap = means.xs(True, level="programme") - means.xs(False, level="programme")
    return gap - gap[gap.index < first_wave].mean()


def not_again(tables: Tables, year: int) -> float:
    """Share of a year's buyers who did not buy in the next year."""
    orders = tables["orders"]
    by_year = orders.groupby(orders["ordered_on"].dt.year)["customer_id"].agg(set)
    return 1 - len(by_year[year] & by_year[year + 1]) / len(by_year[year])


def monopoly(tables: Tables) -> pd.DataFrame:
    """Share buying again, by whether the branch has rivals and satisfaction is below the middle (4)."""
    surveys, branches = tables["surveys"], tables["branches"].set_index("branch_id")
    branch = surveys["order_id"].map(tables["orders"].set_index("order_id")["branch_id"])
    frame = pd.DataFrame(
        {
            "rivals": branch.map(branches["rivals_nearby"]).gt(0),
            "dissatisfied": scores(surveys)["overall_satisfaction"].lt(4),
            "again": bought_again(tables),
        }
    ).dropna()
    return frame.groupby(["rivals", "dissatisfied"])["again"].agg(["mean", "count"])


def card(tables: Tables) -> str:
    """The figures of the data card, in Markdown."""
    return "\n\n".join((_sizes(tables), _plausibility(), _constructs(tables), _findings(tables)))


def _rows(header: str, rows: list[tuple[object, ...]]) -> str:
    lines = [header, "|".join(["", *["---"] * (header.count("|") - 1), ""])]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def _sizes(tables: Tables) -> str:
    return _rows("| table | rows |", [(name, f"{len(frame):,}") for name, frame in tables.items()])


def _plausibility() -> str:
    report = describe()
    rows = [(row.figure, row.shown, row.published) for row in report.itertuples()]
    return _rows("| figure | Meridian Home | verified elsewhere |", rows)


def _constructs(tables: Tables) -> str:
    surveys = tables["surveys"]
    score = scores(surveys)
    rows = [
        (
            name.replace("_", " "),
            f"{score[name].mean():.2f}",
            f"{score[name].std():.2f}",
            f"{alpha(items(surveys, name)):.2f}",
        )
        for name in CONSTRUCTS
    ]
    both = score["overall_satisfaction"].corr(score["trust"])
    table = _rows("| score of three items | mean | standard deviation | Cronbach's alpha |", rows)
    return f"{table}\n\nScores of overall satisfaction and trust correlate {both:.2f}."


def _findings(tables: Tables) -> str:
    found = intention_and_behaviour(tables)
    again = monopoly(tables)["mean"]
    branches = (
        tables["truth"].set_index("quantity").loc["quality programme branch", "value"].astype(int).tolist()
    )
    gaps = treadmill(tables, branches)[["performance", "expectations", "overall_satisfaction"]]
    regression = _rows(
        "| effect of one standard deviation of | on the intention to buy again (points) | on buying again |",
        [
            (
                cause.replace("_", " "),
                f"{found.loc[('intention', cause), 'slope']:+.2f}",
                f"{100 * found.loc[('bought_again', cause), 'slope']:+.1f} percentage points",
            )
            for cause in ("overall_satisfaction", "trust")
        ],
    )
    captive = _rows(
        "| bought again within six months | satisfied | dissatisfied (score under 4) |",
        [
            (where, f"{again[rivals, False]:.1%}", f"{again[rivals, True]:.1%}")
            for where, rivals in (("rivals nearby", True), ("no rival nearby", False))
        ],
    )
    waves = _rows(
        "| wave | performance | expectations | overall satisfaction |",
        [
            (wave, *(f"{value:+.2f}" for value in row))
            for wave, row in zip(gaps.index, gaps.to_numpy(), strict=True)
        ],
    )
    return "\n\n".join(
        (regression, captive, f"Programme branches less the others, against waves 1–4:\n\n{waves}")
    )


BEGIN, END = "<!-- figures: written by tests/company/company_figures.py -->", "<!-- end of figures -->"


def with_figures(text: str, tables: Tables) -> str:
    """The data card with its figures renewed."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n\n{card(tables)}\n\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    from relmark_helpers.company.schema import TABLES
    from relmark_helpers.company.store import load
    from relmark_helpers.course import material_folder

    file = material_folder() / "datasets" / "README.md"
    renewed = with_figures(file.read_text(encoding="utf-8"), {name: load(name) for name in TABLES})
    file.write_bytes(renewed.encode())
