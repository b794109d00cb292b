"""The bank of answers: right another way, wrong in the usual ways, and hostile; run by nbgrader and by relmark."""

import hashlib
import re
import shutil
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from relmark_helpers.authoring.bank import Answer as Answer
from relmark_helpers.authoring.bank import read_bank as read_answers
from relmark_helpers.authoring.bank import reference_answers
from relmark_helpers.authoring.rehearse import fingerprint
from relmark_helpers.classroom import nbgrader
from relmark_helpers.classroom.release import release
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.check import MIME

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
PASSED = CHECKOUT / ".relmark" / "banks"  # one empty file for each bank that passed as it now is
TASK = re.compile(r"^\d\d-(\d+)-")


def reference(assignment: str) -> dict[str, str]:
    """Sources of the reference's answer cells."""
    return reference_answers(CHECKOUT / "solutions" / assignment / f"{assignment}.ipynb")


def read_bank(assignment: str) -> list[Answer]:
    return read_answers(HERE / assignment, reference(assignment))


def make_course(folder: Path, assignment: str) -> Path:
    """A course folder in which one assignment is released."""
    folder.mkdir(exist_ok=True)
    shutil.copy(CHECKOUT / "nbgrader_config.py", folder)
    shutil.copytree(CHECKOUT / "solutions" / assignment, folder / "solutions" / assignment)
    release(folder, assignment)
    return folder


def submit(course: Path, assignment: str, student: str, cells: dict[str, str]) -> None:
    """File a submission: the released notebook with some cells' sources replaced."""
    notebook = nbformat.read(course / "exercises" / assignment / f"{assignment}.ipynb", 4)
    known = {cell.id for cell in notebook.cells}
    assert set(cells) <= known, f"{student}: there is no cell {set(cells) - known} in {assignment}"
    for cell in notebook.cells:
        cell.source = cells.get(cell.id, cell.source)
    target = course / "submitted" / student / assignment / f"{assignment}.ipynb"
    target.parent.mkdir(parents=True)
    nbformat.write(notebook, target)


def grade_plainly(course: Path, assignment: str) -> None:
    try:
        nbgrader.run(course, "autograde", assignment)
    except CourseError:  # two kernels that start at once may take the same port: whoever is left comes again
        nbgrader.run(course, "autograde", assignment)


def marks(course: Path, assignment: str) -> dict[str, dict[str, tuple[float | None, float]]]:
    """By student and graded cell: points earned by test (None: a reader gives them), and their maximum."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        return {
            submission.student.id: {
                cell.name: (cell.auto_score, cell.max_score) for cell in submission.notebooks[0].grades
            }
            for submission in book.assignment_submissions(assignment)
        }


def by_task(cells: dict[str, tuple[float | None, float]]) -> dict[str, tuple[float, float]]:
    """By task: points earned by test, and their maximum."""
    found: dict[str, tuple[float, float]] = {}
    for name, (score, most) in cells.items():
        if "-test" in name:
            task = TASK.match(name).group(1)
            earned, so_far = found.get(task, (0.0, 0.0))
            found[task] = (earned + (score or 0.0), so_far + most)
    return found


def verdicts(course: Path, assignment: str, student: str) -> dict[str, dict[str, str]]:
    """What each check said in the graded notebook, by its key."""
    notebook = nbformat.read(course / "autograded" / student / assignment / f"{assignment}.ipynb", 4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    said = [output.data[MIME] for output in outputs if MIME in output.get("data", {})]
    return {verdict["task"]: verdict for verdict in said}


def passed(assignment: str) -> Path:
    """The file that says this bank has passed with everything as it is now."""
    digest = hashlib.sha256(fingerprint(CHECKOUT))
    sources = [
        *HERE.glob("*.py"),
        *(HERE / assignment).glob("*.py"),
        *(CHECKOUT / "solutions" / assignment).iterdir(),
    ]
    for path in sorted(path for path in sources if path.is_file()):
        digest.update(path.name.encode() + path.read_bytes())
    return PASSED / f"{assignment}-{digest.hexdigest()[:16]}"
