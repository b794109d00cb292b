"""The self-check at the end of a chapter, with an explanation for every option."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass

from relmark_helpers.course import chapter
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook import progress
from relmark_helpers.notebook.choice import Asked, Choices, choices, still_questions
from relmark_helpers.notebook.view import Still


@dataclass(frozen=True)
class Option:
    """One possible answer.

    Parameters
    ----------
    text : str
        What the learner chooses.
    right : bool
        Whether it is right.
    why : str
        What the learner reads after choosing it.
    """

    text: str
    right: bool
    why: str


@dataclass(frozen=True)
class Question:
    """One question of a chapter's self-check.

    Parameters
    ----------
    key : str
        Its name within the chapter; answers are kept under it.
    asks : str
        The question.
    options : tuple of Option
        Possible answers, exactly one of them right.
    outcome : str
        The outcome of the chapter that it examines, ``"4.1"``.

    Raises
    ------
    CourseError
        If not exactly one option is right, or two read the same.

    Examples
    --------
    >>> Question("sum", "1 + 1?", (Option("2", True, "It is."), Option("3", True, "It is not.")), "4.1")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: Question 'sum' has 2 right options; it needs exactly one.
    """

    key: str
    asks: str
    options: tuple[Option, ...]
    outcome: str

    def __post_init__(self) -> None:
        right = sum(option.right for option in self.options)
        if right != 1:
            raise CourseError(f"Question {self.key!r} has {right} right options; it needs exactly one.")
        if len({option.text for option in self.options}) < len(self.options):
            raise CourseError(f"Question {self.key!r} has two options that read the same.")


def quiz(number: str | int) -> Choices | Still:
    """Show the self-check of a chapter.

    Parameters
    ----------
    number : str or int
        The chapter, ``"04"``.

    Returns
    -------
    Choices or Still
        Leave the call as the last line of a cell. Answers are kept at once with the learner's progress.

    Raises
    ------
    CourseError
        If there is no such chapter, or it has no self-check.

    Examples
    --------
    >>> quiz("99")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no chapter '99'; the chapters are 00, ...
    """
    found = chapter(number)
    questions = {question.key: question for question in _questions(found.number, found.topic)}

    def answer(key: str, place: int, chosen: Mapping[str, int]) -> tuple[str, str]:
        option = questions[key].options[place]
        trouble = progress.remember("quiz", f"{found.number}/{key}", option.text)
        return _explain(option), f"{_count(questions, chosen)} {trouble}".strip()

    asked = [
        _with_earlier_answer(question, progress.recall("quiz", f"{found.number}/{question.key}"))
        for question in questions.values()
    ]
    title = f"Self-check: {found.title_en}"
    earlier = {each.key: each.chosen for each in asked if each.chosen is not None}
    explained = [(each, [_explain(option) for option in questions[each.key].options]) for each in asked]
    return choices(title, asked, _count(questions, earlier), answer, still_questions(title, explained))


def _questions(number: str, topic: str) -> tuple[Question, ...]:
    name = f"relmark_helpers.topics.{topic}.selfcheck"
    try:
        questions: tuple[Question, ...] = tuple(importlib.import_module(name).QUESTIONS)
    except ModuleNotFoundError as error:
        if error.name is None or not name.startswith(error.name):
            raise
        raise CourseError(f"Chapter {number} has no self-check.") from None
    return questions


def _with_earlier_answer(question: Question, kept: str | None) -> Asked:
    texts = tuple(option.text for option in question.options)
    asked = Asked(question.key, question.asks, texts)
    if kept not in texts:
        return asked
    place = texts.index(kept)
    return asked._replace(chosen=place, reply=_explain(question.options[place]))


def _explain(option: Option) -> str:
    """Say the outcome by sign and by word, never by colour alone."""
    return f"{'✓ Right.' if option.right else '✗ Not right.'} {option.why}"


def _count(questions: Mapping[str, Question], chosen: Mapping[str, int]) -> str:
    right = sum(questions[key].options[place].right for key, place in chosen.items())
    return f"{right} of {len(questions)} right so far."
