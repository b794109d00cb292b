"""Inside the company: staff and their surveys, mystery visits, the cost of newcomers, profit and loss."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd

from relmark_helpers.company.calendar import Whole, day, month_start
from relmark_helpers.company.catalogue import BRANCHES
from relmark_helpers.company.luck import Luck
from relmark_helpers.company.schema.house import HOUSE
from relmark_helpers.company.tables.rows import AfterMonth, rows
from relmark_helpers.company.vocabulary import CHANNELS
from relmark_helpers.company.wording.house import CHECKLIST, STAFF_QUESTIONS

COSTS = ("product", "contact", "complaint", "programme", "acquisition", "staff", "fixed")


def staff(state: AfterMonth) -> pd.DataFrame:
    """Everybody who has worked at a branch; who begins in the next month is not yet among them.

    Parameters
    ----------
    state : State
        After the last month.

    Returns
    -------
    DataFrame
        As :data:`schema.TABLES` says.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> people = {"post": np.array([0, 90]), "branch": np.array([0, 11]), "role": np.array([0, 1])}
    >>> people |= {"hired": np.array([-20, 3]), "left": np.array([5, -1])}
    >>> made = staff(Made(parameters=Made(first_year=2022), seed=1, month=6, staff=people))
    >>> made["hired"].dt.strftime("%Y-%m").tolist(), made["left_on"].isna().tolist()
    (['2020-04', '2022-03'], [False, True])
    """
    begun, first_year = state.staff["hired"] <= state.month, state.parameters.first_year
    people = {name: values[begun] for name, values in state.staff.items()}
    luck = Luck(state.seed, "staff days")

    def day0(draw: str, month: Whole) -> Whole:  # who follows on a post has days of their own
        return _one_of(28, luck, draw, people["post"], turn=np.maximum(month, 0))

    opened = np.array([each.opened for each in BRANCHES], dtype="datetime64[D]")[people["branch"]]
    hired = np.maximum(day(first_year, people["hired"], day0("hired", people["hired"])), opened)
    # who leaves in the month of being hired leaves on the day or after
    left = np.maximum(day(first_year, people["left"], day0("left", people["left"])), hired)
    return rows(
        HOUSE["staff"],
        {
            "staff_id": np.arange(1, len(hired) + 1),
            "branch_id": people["branch"] + 1,
            "hired": hired,
            "left_on": np.where(people["left"] < 0, np.datetime64("NaT"), left),
        },
        people,
    )


def staff_surveys(state: AfterMonth) -> pd.DataFrame:
    """Answers of the staff, if this is a month in which they are asked.

    Parameters
    ----------
    state : State
        After the month.

    Returns
    -------
    DataFrame
        As :data:`schema.TABLES` says; without rows in other months.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> from relmark_helpers.company.parameters.house import StaffSurvey
    >>> from relmark_helpers.company.parameters.staff import Staff
    >>> from relmark_helpers.company.policy import Policy
    >>> people = {"branch": np.arange(12), "hired": np.zeros(12), "left": np.full(12, -1), "leaning": np.zeros(12)}
    >>> people["post"] = np.arange(12)
    >>> made = Made(parameters=Made(first_year=2022, staff=Staff(), staff_survey=StaffSurvey()), seed=1, staff=people)
    >>> made.house, made.month, made.policy = {"job_satisfaction": np.full(12, 4.6)}, 6, Policy()
    >>> len(staff_surveys(made))
    9
    """
    survey, people = state.parameters.staff_survey, state.staff
    who = _answering(state, state.month)
    before = sum(len(_answering(state, month)) for month in range(1, state.month))
    branch, leaning = people["branch"][who], people["leaning"][who]
    at_work = state.house["job_satisfaction"][branch]
    beyond = at_work - state.parameters.staff.rest
    staffing = state.policy.at(state.month).staffing - 1.0
    felt = {f"job_satisfaction_{each}": at_work + leaning for each in (1, 2, 3)}
    spread = dict.fromkeys(felt, survey.item)
    for name in ("workload", "support", "stay"):
        level, by_satisfaction, by_leaning, by_staffing, scatter = getattr(survey, name)
        felt[name] = level + by_satisfaction * beyond + by_leaning * leaning + by_staffing * staffing
        spread[name] = scatter
    luck, post = Luck(state.seed, "staff surveys", state.month), people["post"][who]
    answers = {}
    for name, question in STAFF_QUESTIONS.items():
        meant = felt[name] + spread[name] * luck.normal(name, post)[0]
        ticked = np.rint(np.clip(meant, question.low, question.high)).astype(np.int8)
        left_out = luck.uniform(f"{name} left out", post) < survey.missing_share
        answers[name] = pd.arrays.IntegerArray(8 - ticked if question.reversed else ticked, left_out)
    return rows(
        HOUSE["staff_surveys"],
        {
            "staff_survey_id": before + np.arange(1, len(who) + 1),
            "staff_id": who + 1,
            "branch_id": branch + 1,
            "asked_on": day(state.parameters.first_year, state.month, np.full(len(who), survey.day - 1)),
            **answers,
        },
    )


def _answering(state: AfterMonth, month: int) -> Whole:
    """Who answers in a month: some of those there from before it and until after it.

    It takes nothing that changes later, so that the waves before can be counted again.
    """
    survey, people = state.parameters.staff_survey, state.staff
    there = (people["hired"] < month) & ((people["left"] < 0) | (people["left"] > month))
    answers = Luck(state.seed, "staff surveys", month).uniform("answers", people["post"]) < survey.answering
    asked = month % survey.every_months == 0
    return np.flatnonzero(there & answers & asked)


def mystery_visits(state: AfterMonth) -> pd.DataFrame:
    """Scores of the mystery shoppers, if this is a month in which they come.

    Parameters
    ----------
    state : State
        After the month.

    Returns
    -------
    DataFrame
        As :data:`schema.TABLES` says; without rows in other months.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> from relmark_helpers.company.parameters.house import MysteryVisits
    >>> from relmark_helpers.company.parameters.staff import Staff
    >>> numbers = Made(first_year=2022, staff=Staff(), mystery=MysteryVisits())
    >>> made = Made(parameters=numbers, seed=1, month=3, house={"service": np.full(12, 4.6)})
    >>> len(mystery_visits(made)), mystery_visits(made)["visit_id"].nunique()  # two visitors go together
    (48, 24)
    """
    visiting = state.parameters.mystery
    wave, no_visit = divmod(state.month, visiting.every_months)
    a_quarter = 0 if no_visit else len(state.house["service"]) * visiting.visits
    number = np.arange(a_quarter)
    branch, which = np.divmod(number, visiting.visits)
    luck = Luck(state.seed, "mystery visits", state.month)
    span = 28 // visiting.visits  # the visits of a branch have a part of the month each
    day0 = which * span + _one_of(span, luck, "day", number)
    pairs = np.array(list(combinations(range(len(visiting.leniency)), 2)))
    rater = pairs[(number + wave) % len(pairs)].ravel()  # everybody goes with everybody, everywhere
    visit = np.repeat(number, 2)
    shared = visiting.visit * luck.normal("visit", number) + visiting.moment * luck.normal(
        "moments", number, len(CHECKLIST)
    )
    own = visiting.noise * luck.normal("noise", visit, len(CHECKLIST), turn=rater + 1)
    own += np.array(visiting.leniency)[rater]
    felt = visiting.service * (state.house["service"][branch] - state.parameters.staff.rest) + shared
    scores = np.array(visiting.levels)[:, None] + np.repeat(felt, 2, axis=1) + own
    return rows(
        HOUSE["mystery_visits"],
        {
            "visit_id": (wave - 1) * a_quarter + visit + 1,
            "rater": rater + 1,
            "branch_id": branch[visit] + 1,
            "visited_on": day(state.parameters.first_year, state.month, day0[visit]),
            **dict(zip(CHECKLIST, np.rint(np.clip(scores, 1, 5)).astype(np.int8), strict=True)),
        },
    )


def acquisition_costs(state: AfterMonth) -> pd.DataFrame:
    """What was spent on winning customers in the month, and how many came, by channel.

    Parameters
    ----------
    state : State
        After the month; a channel that is not in ``spending`` cost nothing and brought nobody.

    Returns
    -------
    DataFrame
        As :data:`schema.TABLES` says.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> spending = {"walk_in": (0, 4), "online_ad": (123_456, 7)}
    >>> made = acquisition_costs(Made(parameters=Made(first_year=2022), month=1, spending=spending))
    >>> made["spending"].tolist()
    [0.0, 1234.56, 0.0, 0.0]
    """
    spent = [state.spending.get(channel, (0, 0)) for channel in CHANNELS]
    return rows(
        HOUSE["acquisition_costs"],
        {
            "month": np.full(len(CHANNELS), month_start(state.parameters.first_year, state.month)),
            "spending": [fen / 100 for fen, _ in spent],
            "newcomers": [newcomers for _, newcomers in spent],
        },
        {"channel": np.arange(len(CHANNELS))},
    )


def branch_months(state: AfterMonth) -> pd.DataFrame:
    """Give the month's profit and loss of each branch.

    Parameters
    ----------
    state : State
        After the month.

    Returns
    -------
    DataFrame
        As :data:`schema.TABLES` says. Profit is revenue less the seven costs, to the fen.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> names = ["orders", "buyers", "newcomers", "revenue", "discount", *(f"{each}_cost" for each in COSTS)]
    >>> money = {name: np.array([100]) for name in names} | {"revenue": np.array([100_000])}
    >>> branch_months(Made(parameters=Made(first_year=2022), month=1, sums=money))["profit"][0]
    np.float64(993.0)
    """
    table = HOUSE["branch_months"]
    book = {**state.sums}
    book["profit"] = book["revenue"] - sum(book[f"{name}_cost"] for name in COSTS)
    branches = len(book["profit"])
    return rows(
        table,
        {
            "branch_id": np.arange(1, branches + 1),
            "month": np.full(branches, month_start(state.parameters.first_year, state.month)),
            **{name: book[name] for name in ("orders", "buyers", "newcomers")},
            **{each.name: book[each.name] / 100 for each in table.columns if each.kind == "money"},
        },
    )


def _one_of(count: int, luck: Luck, draw: str, who: Whole, turn: Whole | int = 0) -> Whole:
    """A number from 0 to count - 1 for each."""
    return np.floor(luck.uniform(draw, who, turn) * count).astype(np.int64)
