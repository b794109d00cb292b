"""Executing chapters as a learner would and solutions as a grader would, if they changed."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from relmark_helpers.authoring.execute import run_notebook
from relmark_helpers.authoring.finding import Finding
from relmark_helpers.classroom.release import course_configuration
from relmark_helpers.course import CHECKOUT
from relmark_helpers.errors import CourseError
from relmark_helpers.files import write_text

NOTEBOOK_SECONDS = 60
REMEMBERED = Path(".relmark") / "verified.json"


def rehearse(
    course: Path, notebooks: Iterable[Path], tell: Callable[[str], None] = lambda line: None
) -> list[Finding]:
    """Execute notebooks offline in clean kernels, one kernel process for each processor.

    A notebook that passed is not run again until it, the library, the data or an installed package changes.

    Parameters
    ----------
    course : Path
        The course folder; results are kept in its ``.relmark/``.
    notebooks : iterable of Path
        Chapters and solutions.
    tell : callable
        Is told in a line what is being done.

    Returns
    -------
    list of Finding
        Errors and warnings raised, text on stderr, and notebooks that take too long.

    Examples
    --------
    >>> rehearse(Path("."), [])
    []
    """
    surroundings = fingerprint(course)
    passed = _remembered(course)
    keys = {
        path: hashlib.sha256(surroundings + path.read_bytes() + path.stem.encode()).hexdigest()
        for path in notebooks
    }
    fresh = [path for path, key in keys.items() if key not in passed]
    if len(fresh) < len(keys):
        tell(f"{len(keys) - len(fresh)} unchanged since they last passed")
    findings: list[Finding] = []
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:  # the kernels are processes
        for path, (seconds, found) in zip(
            fresh, workers.map(lambda path: _rehearse_one(path, course), fresh), strict=True
        ):
            tell(f"{path.relative_to(course)} ran in {seconds:.1f} s")
            findings += found
            if not found:
                passed.append(keys[path])
    if fresh:
        current = set(keys.values())
        write_text(course / REMEMBERED, json.dumps([key for key in passed if key in current][-200:]) + "\n")
    return findings


def fingerprint(course: Path) -> bytes:
    """Digest all that a notebook's result depends on beside itself.

    Parameters
    ----------
    course : Path
        The course folder.

    Returns
    -------
    bytes
        Changes with the library, the datasets, the configuration, Python or an installed package.

    Examples
    --------
    >>> len(fingerprint(Path(".")))
    32
    """
    digest = hashlib.sha256(sys.version.encode())
    installed = {f"{each.name}=={each.version}" for each in importlib.metadata.distributions()}
    digest.update("\n".join(sorted(installed)).encode())
    library = [
        path for path in (CHECKOUT / "relmark_helpers").rglob("*.py*") if path.suffix in (".py", ".pyi")
    ]
    data = [
        path for path in (course / "datasets").rglob("*") if path.name != "concepts.csv"
    ]  # no notebook reads it
    for path in sorted(library) + sorted(data) + [course / "nbgrader_config.py"]:
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.digest()


def _remembered(course: Path) -> list[str]:
    try:
        return [str(key) for key in json.loads((course / REMEMBERED).read_text())]
    except (OSError, ValueError):
        return []


def _rehearse_one(path: Path, course: Path) -> tuple[float, list[Finding]]:
    name = path.relative_to(course).as_posix()
    with tempfile.TemporaryDirectory() as empty:  # so that nothing can be read by a relative path
        try:
            run = run_notebook(path, Path(empty), _environment(path, course))
        except CourseError as error:
            return 0.0, [Finding(name, "", str(error))]
    found = [Finding(name, cell, f"stops with {said}") for cell, said in run.errors]
    found += [
        Finding(name, cell, f"writes on stderr, which costs learners their points: {said}")
        for cell, said in run.complaints
    ]
    if run.seconds > NOTEBOOK_SECONDS:
        says = f"takes {run.seconds:.0f} s; a notebook has {NOTEBOOK_SECONDS} s."
        found.append(Finding(name, "", says))
    return run.seconds, found


def _environment(path: Path, course: Path) -> dict[str, str | None]:
    """A chapter runs as a learner's, live; a solution as a submission that is graded."""
    if path.parent.parent.name != "solutions":
        return {
            "RELMARK_STATIC": None,
            "RELMARK_STUDENT": None,
            "RELMARK_COURSE": None,
            "RELMARK_HIDDEN": None,
        }
    term = course_configuration(course).RelmarkCourse
    return {
        "RELMARK_STUDENT": "rehearsal",
        "RELMARK_COURSE": str(term.case_salt),
        "RELMARK_HIDDEN": str(term.hidden_salt),
    }
