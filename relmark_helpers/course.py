"""The course on this computer: its chapters, and the folders they lie in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from relmark_helpers.errors import CourseError

PACKAGED = Path(__file__).parent / "_course"  # where the wheel carries chapters, exercises and datasets
CHECKOUT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Chapter:
    """One finished chapter of the course.

    Parameters
    ----------
    number : str
        Two digits, ``"04"``.
    slug : str
        The name of its notebook and assignment without the number, ``"satisfaction"``.
    topic : str
        Its package under ``relmark_helpers.topics``.
    title_en, title_zh : str
        Its title in both languages.

    Examples
    --------
    >>> chapter("04").name
    '04_satisfaction'
    """

    number: str
    slug: str
    topic: str
    title_en: str
    title_zh: str

    @property
    def name(self) -> str:
        """The name of its notebook and of its assignment: number and slug."""
        return f"{self.number}_{self.slug}"

    @property
    def assignment(self) -> str:
        """The module that draws its case and knows what is right for it; in grading no student's process has it."""
        return f"relmark_helpers.topics.{self.topic}.assignment"


CHAPTERS = (
    Chapter("00", "start_here", "start", "Start here", "从这里开始"),
    Chapter("04", "satisfaction", "satisfaction", "Satisfaction", "顾客满意"),
    Chapter("05", "measuring_satisfaction", "survey", "Measuring satisfaction", "满意度测量"),
    Chapter("06", "loyalty_drivers", "loyalty", "Loyalty drivers", "忠诚影响因素"),
    Chapter("07", "loyalty_economics", "lifetime", "Loyalty economics", "忠诚经济学"),
    Chapter("10", "complaints_and_recovery", "complaints", "Complaints and recovery", "投诉与服务补救"),
    Chapter("11", "membership_marketing", "membership", "Membership marketing", "会员制营销"),
)


def chapter(number: str | int) -> Chapter:
    """Find a chapter by its number.

    Parameters
    ----------
    number : str or int
        ``"04"``, ``"4"``, ``4`` or the whole name ``"04_satisfaction"``.

    Returns
    -------
    Chapter

    Raises
    ------
    CourseError
        If there is no such chapter.

    Examples
    --------
    >>> chapter(4).title_en
    'Satisfaction'
    >>> chapter("99")
    Traceback (most recent call last):
    relmark_helpers.errors.CourseError: There is no chapter '99'; the chapters are 00, ...
    """
    wanted = str(number).strip()
    for each in CHAPTERS:
        if wanted in (each.name, each.number) or wanted.zfill(2) == each.number:
            return each
    known = ", ".join(each.number for each in CHAPTERS)
    raise CourseError(f"There is no chapter {wanted!r}; the chapters are {known}.")


def material_folder() -> Path:
    """The folder that holds ``chapters/``, ``exercises/`` and ``datasets/`` as they were published.

    Returns
    -------
    Path
        The checkout this library is run from, or the copy that the installed wheel carries.

    Raises
    ------
    CourseError
        If the library lies there alone, without its material.

    Examples
    --------
    >>> (material_folder() / "datasets" / "datapackage.json").is_file()
    True
    """
    for folder in (PACKAGED, CHECKOUT):
        if (folder / "datasets" / "datapackage.json").is_file():
            return folder
    raise CourseError(
        "The course's material is missing beside relmark_helpers; install the course again with `pip install .`"
    )


def course_folder(start: Path | str = ".") -> Path | None:
    """The learner's or instructor's own course folder, at or above ``start``.

    Parameters
    ----------
    start : Path or str
        Where to begin looking; the working folder by default.

    Returns
    -------
    Path or None
        The nearest folder that holds ``chapters/`` and ``exercises/``, or None outside a course.

    Examples
    --------
    >>> course_folder("/") is None
    True
    """
    here = Path(start).resolve()
    for folder in (here, *here.parents):
        if (folder / "chapters").is_dir() and (folder / "exercises").is_dir():
            return folder
    return None
