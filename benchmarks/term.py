"""A class of 300 through a whole assignment, killed twice while it is graded: what each step takes.

    python benchmarks/term.py [--size 300] [--assignment 04] [--kills 2]

Submissions are the bank's answers in turn, right, mistaken and hostile ones, in a zip as Canvas makes it; a
tenth is late and a twentieth handed in twice. ``relmark release`` → ``collect`` → ``grade`` (killed with SIGKILL,
then resumed) → ``feedback`` → ``export --to canvas`` → ``report``, each as a command of its own. In the end every
student must have the marks that the bank says are due, a page and a row; or the benchmark stops.
"""

import argparse
import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY / "tests" / "answers"))

import nbformat  # noqa: E402
from bank import Answer, by_task, marks, read_bank, reference  # noqa: E402

from relmark_helpers.course import chapter  # noqa: E402

ENVIRONMENT = os.environ | {"PYTHONPATH": str(REPOSITORY), "RELMARK_HIDDEN": "of-the-benchmark"}


def make_course(folder, name):
    """A course folder of an instructor, before the term."""
    folder.mkdir()
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    shutil.copytree(REPOSITORY / "solutions" / name, folder / "solutions" / name)
    for part in ("chapters", "exercises"):
        (folder / part).mkdir()
    return folder


def command(course, *words):
    """Start a command of the instructor's."""
    words = [sys.executable, "-m", "relmark_helpers.cli", *words]
    return subprocess.Popen(
        words, cwd=course, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def timed(table, what, course, *words):
    """Run a command to its end."""
    began = time.monotonic()
    running = command(course, *words)
    told, said = running.communicate()
    if running.returncode:
        raise SystemExit(f"{what}: {said[-2000:]}")
    table.append((what, time.monotonic() - began))
    return told


def killed(table, course, enough, *words):
    """Run a command until so many are graded, and kill it with everything it started."""
    began = time.monotonic()
    running = command(course, *words)
    journal = course / ".relmark" / "grading"
    while running.poll() is None and len(list(journal.glob("*/*.json"))) < enough:
        time.sleep(0.05)
    if running.poll() is not None:
        raise SystemExit(f"grading ended before it was killed: {running.communicate()[1][-2000:]}")
    running.send_signal(signal.SIGKILL)
    running.communicate()
    table.append((f"grade, killed at {len(list(journal.glob('*/*.json')))}", time.monotonic() - began))


def download(path, course, name, students):
    """A zip of submissions as Canvas makes it."""
    notebook = nbformat.read(course / "exercises" / name / f"{name}.ipynb", 4)
    right = reference(name)
    blank = {cell.id: cell.source for cell in notebook.cells}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for number, (student, answer) in enumerate(students.items()):
            late = "LATE_" if number % 10 == 9 else ""
            for order in range(2 if number % 20 == 19 else 1):
                sources = right | answer.cells if order or number % 20 != 19 else {}
                for cell in notebook.cells:
                    cell.source = sources.get(cell.id, blank[cell.id])
                file = f"{student}_{late}{10_000 + number}_{number * 10 + order}_{name}.ipynb"
                made.writestr(file, nbformat.writes(notebook))


def roster(path, students):
    """Who is in the class, with Canvas's numbers."""
    with path.open("w", newline="", encoding="utf-8") as opened:
        writing = csv.writer(opened)
        writing.writerow(["student_id", "name", "canvas_id", "login_id"])
        for number, student in enumerate(students):
            writing.writerow([student, f"Student {number}, 张", 10_000 + number, student])


def amiss(course, name, students):
    """Whose marks are not those that the bank says are due."""
    given = marks(course, name)
    for student, answer in students.items():
        for task, (points, most) in by_task(given[student]).items():
            lost = answer.lost.get(task, 0)
            least, at_most = lost if isinstance(lost, list) else (lost, lost)
            if not least <= most - points <= at_most:
                yield f"{student}: task {task} lost {most - points:g}, due {lost}"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=300)
    parser.add_argument("--assignment", default="04")
    parser.add_argument("--kills", type=int, default=2)
    wanted = parser.parse_args()
    number, name = wanted.assignment, chapter(wanted.assignment).name
    bank = [Answer("reference", "the solution itself", "right"), *read_bank(name)]
    students = {f"student{place:03d}": bank[place % len(bank)] for place in range(wanted.size)}
    table = []
    with tempfile.TemporaryDirectory() as scratch:
        course = make_course(Path(scratch) / "course", name)
        timed(table, "release", course, "release", number)
        download(Path(scratch) / "submissions.zip", course, name, students)
        roster(course / "roster.csv", students)
        told = timed(
            table, "collect", course, "collect", number, str(Path(scratch) / "submissions.zip"), "--json"
        )
        filed = json.loads(told)
        resume = []
        for kill in range(wanted.kills):
            enough = (kill + 1) * wanted.size // (wanted.kills + 1)
            killed(table, course, enough, "grade", number, "--i-trust-this-class", *resume)
            resume = ["--resume"]
        told = timed(
            table, "grade to the end", course, "grade", number, "--i-trust-this-class", "--json", *resume
        )
        summary = json.loads(told)
        pages = json.loads(timed(table, "feedback", course, "feedback", number, "--json"))["feedback"]
        timed(table, "export", course, "export", "--to", "canvas", "--out", "marks.csv", "--chapter", number)
        timed(table, "report", course, "report", number)
        wrong = list(amiss(course, name, students))
        with (course / "marks.csv").open(encoding="utf-8-sig") as opened:
            rows = [row for row in csv.reader(opened) if row and row[1].isdigit()]
        if wrong or len(pages) != wanted.size or len(rows) != wanted.size:
            raise SystemExit(f"{len(wrong)} marks amiss, {len(pages)} pages, {len(rows)} rows: {wrong[:5]}")
        scratches = [path.name for path in (course / ".relmark").glob("scratch-*")]
        if scratches:
            raise SystemExit(f"left behind: {scratches}")
    print(
        f"{name}: {wanted.size} students, {len(filed['late'])} late, {os.cpu_count()} processors, {summary['sandbox']}"
    )
    print(f"kept after the last kill: {summary['counts'].get('kept', 0)}; marks, pages and rows as due\n")
    print("| step | seconds |\n|---|---|")
    for what, seconds in [*table, ("all", sum(seconds for _, seconds in table))]:
        print(f"| {what} | {seconds:.1f} |")


if __name__ == "__main__":
    main()
