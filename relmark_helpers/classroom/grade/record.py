"""Recording: the one writer of gradebook, autograded notebooks and journal, as nbgrader leaves them."""

from __future__ import annotations

import contextlib
import hashlib
import json
import platform
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbgrader import utils
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import CheckCellMetadata, Execute

from relmark_helpers.classroom import journal
from relmark_helpers.classroom.grade.gradebook import Ledger
from relmark_helpers.classroom.grade.handed_in import without_what_was_seen
from relmark_helpers.classroom.grade.intake import LANGUAGE, Intake
from relmark_helpers.classroom.grade.plan import Plan
from relmark_helpers.classroom.grade.settings import Settings
from relmark_helpers.classroom.grade.standing import Mark
from relmark_helpers.classroom.grade.submission import TIMESTAMP, Submission
from relmark_helpers.classroom.grade.work import Outcome
from relmark_helpers.classroom.journal import Entry, Event
from relmark_helpers.classroom.release import course_configuration


class Recorder:
    """Writes down what came of submissions.

    Parameters
    ----------
    course : Path
        The course folder.
    plan : Plan
        The assignment.
    settings : Settings
        Of the course.
    ledger : Ledger
        Its gradebook.
    scratch : Path
        A folder on the same disk, where files are made before they are moved in.
    """

    def __init__(self, course: Path, plan: Plan, settings: Settings, ledger: Ledger, scratch: Path) -> None:
        self.course, self.plan, self.settings, self.ledger, self.scratch = (
            course,
            plan,
            settings,
            ledger,
            scratch,
        )
        configuration = course_configuration(course)
        configuration.CourseDirectory.root = str(course.resolve())
        self.directory = CourseDirectory(config=configuration)
        converter = Autograde(coursedir=self.directory, config=configuration)
        self.steps = [
            step(parent=converter)
            for step in converter.autograde_preprocessors
            # the cells are run already, and their marks are the course's own
            if not issubclass(step, (Execute, CheckCellMetadata))
        ]
        self.beside = self._files_of_the_course()

    def record(self, submission: Submission, intake: Intake, outcome: Outcome, key: str, rung: str) -> Mark:
        """Write one submission down: autograded notebook, gradebook and journal, in this order.

        Parameters
        ----------
        submission : Submission
            What was handed in.
        intake : Intake
            As it was read and repaired.
        outcome : Outcome
            What came of running and judging it.
        key : str
            Digest of all that it depends on.
        rung : str
            The sandbox it ran in.

        Returns
        -------
        Mark
        """
        student, name = submission.student, self.plan.assignment
        before = journal.read(self.course, name, student)
        written = _written(self.plan, intake)
        unchanged = before is not None and before.key == key
        seen = {cell for cell, digest in written.items() if before and digest in before.written}
        try:
            self._enter(submission)
            grades, comments = self.ledger.cells_of(name, name, student)
            read = {cell for cell, grade in grades.items() if not grade.needs_manual_grade}
            notebook, as_run = self._notebook(submission, intake, outcome)
            if intake.refused:
                for grade in grades.values():
                    grade.auto_score, grade.needs_manual_grade = 0, False
                for comment in comments.values():
                    comment.auto_comment = f"Could not be graded: {intake.refused}"
            else:
                outcome.events.extend(_wrong_tests(notebook))
                notebook = self._through_steps(notebook, student)
                for cell, grade in grades.items():
                    if (unchanged or cell in seen) and cell in read and grade.manual_score is not None:
                        grade.needs_manual_grade = False  # a reader has seen this very answer
            self._write(notebook, submission)
            self.ledger.db.flush()
            mark = self.mark(student)
            self.ledger.keep()
        except BaseException:
            self.ledger.undo()
            raise
        journal.keep_notebook(self.course, name, student, as_run)
        events = (*intake.events, *outcome.events)
        entry = Entry(
            student=student,
            assignment=name,
            key=key,
            status="refused" if intake.refused else "graded",
            reason=intake.refused,
            repairs=tuple(intake.repairs),
            events=events,
            said=tuple(outcome.said),
            rung=rung,
            seconds=round(outcome.seconds, 3),
            written=tuple(written.values()),
        )
        journal.keep(self.course, entry)
        return mark

    def _enter(self, submission: Submission) -> None:
        self.ledger.update_or_create_student(submission.student)
        told = {} if submission.handed_in is None else {"timestamp": submission.handed_in}
        self.ledger.update_or_create_submission(self.plan.assignment, submission.student, **told)

    def _notebook(self, submission: Submission, intake: Intake, outcome: Outcome) -> tuple[Any, bytes | None]:
        """The graded notebook, and the one as it ran if that is for the instructor alone."""
        for shown in outcome.shown:
            cell = intake.cells[shown.place]
            cell["outputs"], cell["execution_count"] = shown.outputs, shown.count
        if not any(shown.withheld for shown in outcome.shown):
            return self._whole(intake, intake.cells), None
        as_run = _as_file(self._whole(intake, intake.cells))
        return self._whole(
            intake, without_what_was_seen(submission.notebook, intake.cells, outcome.shown)
        ), as_run

    def _whole(self, intake: Intake, cells: list[Any]) -> Any:
        cells = list(cells)
        if intake.refused:
            says = f"**This submission could not be graded.** {intake.refused}"
            note = {"cell_type": "markdown", "id": journal.REFUSED_CELL, "metadata": {}, "source": says}
            cells.insert(0, note)
        version = {"version": platform.python_version()}
        metadata = {"kernelspec": self.plan.kernelspec, "language_info": LANGUAGE | version}
        return nbformat.from_dict({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})

    def _through_steps(self, notebook: Any, student: str) -> Any:
        """Nbgrader's own steps after execution: limiting outputs, saving marks and comments, late penalties."""
        name = self.plan.assignment
        resources = {
            "unique_key": name,
            "nbgrader": {
                "student": student,
                "assignment": name,
                "notebook": name,
                "db_url": self.settings.db_url,
            },
        }
        with self.ledger.lent(self.steps):
            for step in self.steps:
                if step.enabled:
                    notebook, resources = step.preprocess(notebook, resources)
        return notebook

    def _write(self, notebook: Any, submission: Submission) -> None:
        """Make the autograded folder beside and move it in."""
        made = Path(tempfile.mkdtemp(dir=self.scratch))
        name = self.plan.assignment
        for place, content in (*self.beside, *submission.files):
            target = made / place
            with contextlib.suppress(FileExistsError, NotADirectoryError):  # the course's own come first
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as opened:
                    opened.write(content)
        if submission.handed_in is not None:
            (made / TIMESTAMP).write_text(f"{submission.handed_in.isoformat(sep=' ')} UTC")
        (made / f"{name}.ipynb").write_bytes(_as_file(notebook))
        for path in made.rglob("*"):
            path.chmod(0o755 if path.is_dir() else self.settings.permissions)
        made.chmod(0o755)
        target = self.course / "autograded" / submission.student / name
        target.parent.mkdir(parents=True, exist_ok=True)
        old = self.scratch / f"old-{made.name}"
        if target.exists():
            target.rename(old)
        made.rename(target)
        shutil.rmtree(old, ignore_errors=True)

    def _files_of_the_course(self) -> tuple[tuple[str, bytes], ...]:
        """What lies beside the solution, which nbgrader lays beside every submission."""
        source = self.course / "solutions" / self.plan.assignment
        left_out = [*self.directory.ignore, "*.ipynb"]
        found = utils.find_all_files(str(source), left_out) if source.is_dir() else []
        return tuple(
            (Path(each).relative_to(source).as_posix(), Path(each).read_bytes()) for each in sorted(found)
        )

    def mark(self, student: str) -> Mark:
        """Read what a student's submission has now.

        Parameters
        ----------
        student : str
            Who.

        Returns
        -------
        Mark
        """
        submitted = self.ledger.find_submission(self.plan.assignment, student)
        self.ledger.db.expire(submitted)
        for each in submitted.notebooks:
            self.ledger.db.expire(each)
        return Mark(
            max(0.0, float(submitted.score) - float(submitted.late_submission_penalty or 0)),
            float(submitted.max_score),
            bool(submitted.needs_manual_grade),
            float(submitted.total_seconds_late),
        )


def _as_file(notebook: Any) -> bytes:
    split = nbformat.v4.rwbase.split_lines(notebook)  # nbformat's own writer makes a copy of all of it first
    text = json.dumps(split, ensure_ascii=False, indent=1, sort_keys=True, separators=(",", ": ")) + "\n"
    return text.encode("utf-8", "replace")


def _wrong_tests(notebook: Any) -> Iterator[Event]:
    """Have a test that gives more points than it has, or none that nbgrader reads, count as one that gave none."""
    for cell in notebook.cells:
        if not utils.is_grade(cell) or utils.is_solution(cell) or cell.cell_type != "code":
            continue
        try:
            utils.determine_grade(cell)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.output_type = "display_data"
                    del output["execution_count"]
            says = f"The test is wrong ({error}): all its points are given. Correct its last line, and grade again."
            yield Event("test", cell.metadata.nbgrader.grade_id, says)


def _written(plan: Plan, intake: Intake) -> dict[str, str]:
    """Digests of what a reader reads, by cell: the written answer, and all text that the student has added."""
    known = {cell.name for cell in plan.cells}
    texts = [raw for raw in intake.cells if raw["cell_type"] != "code"]
    beside = [raw["source"] for raw in texts if not {raw["id"], _graded(raw)} & known]
    written = {_graded(raw): raw["source"] for raw in texts if _graded(raw)}
    return {
        name: hashlib.sha256(json.dumps([name, source, *beside]).encode()).hexdigest()
        for name, source in written.items()
    }


def _graded(raw: dict[str, Any]) -> str:
    return str(raw["metadata"].get("nbgrader", {}).get("grade_id") or "")
