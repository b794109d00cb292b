"""Classes for the tests of grading: a small course, submissions of all kinds, and what grading left behind."""

import sqlite3
from pathlib import Path

import nbformat
from sample_course import NAME, change, plain_solution_cells, write_notebook

from relmark_helpers.classroom.release import release

__all__ = ["NAME", "change", "contents", "gradebook", "hand_in", "make_class", "release_sample"]

STUDENTS = ("ada", "bo", "li.wei", "赵敏")


def release_sample(course: Path) -> Path:
    """Release the small assignment; give the exercise."""
    write_notebook(course / "solutions" / NAME / f"{NAME}.ipynb", plain_solution_cells())
    release(course, NAME)
    return course / "exercises" / NAME / f"{NAME}.ipynb"


def hand_in(course: Path, student: str, *, content: bytes | None = None, **cells: str) -> Path:
    """File the exercise under a student, with the sources of some cells replaced, or other bytes in its place."""
    path = course / "submitted" / student / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        (course / "exercises" / NAME / f"{NAME}.ipynb").read_bytes() if content is None else content
    )
    for name, source in cells.items():
        change(path, name.replace("_", "-"), source=source)
    return path


def make_class(course: Path, size: int) -> None:
    """A class in which every third is right, wrong, or in an error; each prints and draws something."""
    for number in range(size):
        student = f"student-{number:03d}"
        answer = (f"length = {len(student)}", "length = 1", "length = 1 / 0")[number % 3]
        hand_in(
            course, student, **{"04_length": f"print({number})\n{answer}", "04_judge": f"Number {number}."}
        )


def gradebook(course: Path) -> list[tuple]:
    """All that a gradebook says of submissions, without the ids that nbgrader draws."""
    queries = (
        "SELECT id, first_name, last_name FROM student",
        """SELECT student_id, assignment.name, timestamp, extension FROM submitted_assignment
           JOIN assignment ON assignment.id = assignment_id""",
        """SELECT student_id, base_cell.name, auto_score, manual_score, extra_credit, needs_manual_grade FROM grade
           JOIN base_cell ON base_cell.id = cell_id
           JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
           JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id""",
        """SELECT student_id, base_cell.name, auto_comment, manual_comment, late_submission_penalty FROM comment
           JOIN base_cell ON base_cell.id = cell_id
           JOIN submitted_notebook ON submitted_notebook.id = comment.notebook_id
           JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id""",
    )
    opened = sqlite3.connect(course / "gradebook.db")
    try:
        return [sorted(opened.execute(query).fetchall(), key=repr) for query in queries]
    finally:
        opened.close()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def outputs(course: Path, student: str) -> dict[str, list]:
    """The outputs of a graded notebook by cell."""
    notebook = nbformat.read(course / "autograded" / student / NAME / f"{NAME}.ipynb", 4)
    return {cell.id: cell.get("outputs", []) for cell in notebook.cells}
