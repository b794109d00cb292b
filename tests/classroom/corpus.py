"""The corpus of broken and hostile submissions: how a file of `submissions/` becomes a notebook of a class.

A file says in its head what it is about and what is due, and then what it does to a notebook in which every
task is answered right::

    # about = "a cell that never ends"
    # lost = {"3" = 3}                          points lost by task; "all" of them
    # told = ["timeout: No reply within"]       what the instructor is told, nothing else (kind: sentence)
    # may_tell = ["timeout: No reply within"]   what may be told besides, on a slow computer
    # carries = ["solution"]                    secrets that it would carry out if there were no sandbox
    # %% 00-3-answer                            replaces this cell
    # %% before 00-3-answer                     stands before it; `first`, `last`: in the notebook
    # %% build                                  Python that changes `notebook`, `cells`, `cell(name)`, or
                                                writes into `folder` itself

Those of the folder `functions` are about assignment 07, of which tasks 1, 2 and 9 are answered: the answer of task
2 is a function, `clv`, which the judge calls. Every way of `cheating` is tried there too, inside that function
(`called`).

Words between two @ stand for what an attacker would know or guess: @COURSE@, @HOME@, @PORT@, @GRADER@ (see
`Bait`).
"""

import json
import math
import os
import re
import secrets
import shutil
import socket
import sqlite3
import sys
import tempfile
import threading
import tomllib
from collections.abc import Callable
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from relmark_helpers.authoring.bank import reference_answers
from relmark_helpers.classroom.release import release
from relmark_helpers.notebook.case import case
from relmark_helpers.topics.start.assignment import right

HERE = Path(__file__).parent / "submissions"
CHECKOUT = Path(__file__).parents[2]
NAME = "00_start_here"
POINTS = {"1": 3.0, "2": 2.0, "3": 3.0, "4": 2.0}
SALT = "meridian-home"
CANARY = re.compile(rb"CANARY-([a-z]+)-[0-9a-f]{16}")
CONFIG = """
c.Execute.timeout = 5
c.RelmarkGrading.notebook_seconds = 20
c.RelmarkGrading.memory_mb = 1024
c.RelmarkGrading.file_mb = 32
c.RelmarkGrading.folder_mb = 96
"""


@dataclass(frozen=True)
class Assignment:
    """What the submissions of a class answer."""

    name: str
    points: dict[str, float]  # of the tasks that are answered
    honest: Callable[[str], dict[str, str]]  # sources of answers that are right, by cell, for a student
    config: str
    solution: str  # the cell whose solution holds a secret, and the one whose tests do
    test: str


@dataclass(frozen=True)
class Broken:
    """One file of the corpus."""

    name: str
    group: str
    about: str
    blocks: tuple[tuple[str, str], ...]
    lost: dict[str, float] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    may_tell: tuple[str, ...] = ()
    refused: str = ""
    base: str = "right"  # or "blank": as it was released
    carries: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    shows: str = ""  # a text that the graded notebook holds
    hides: str = ""  # one that no student may read: neither on a page nor in a cell that is no test
    student: str = ""
    due: str = ""
    without_sandbox: str = ""  # on the plain rung: "carries", "holds", "goes on" (only that), or "not run"
    plain_nbgrader: bool = True  # whether it can be run by nbgrader without harm to this machine
    everywhere: bool = False  # also in the small class of the slow ways

    @property
    def id(self):
        return self.student or self.name


def read(path):
    head, *blocks = re.split(r"^# %% ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = tomllib.loads("\n".join(line.removeprefix("#").strip() for line in head.splitlines()))
    if told.get("lost") == "all" or "refused" in told:
        told["lost"] = (FUNCTIONS if path.parent.name == "functions" else START).points
    for several in ("told", "may_tell", "carries", "writes"):
        told[several] = tuple(told.get(several, ()))
    told.setdefault("without_sandbox", "carries" if told["carries"] or told["writes"] else "not run")
    split = tuple(tuple(block.split("\n", 1)) for block in blocks)
    return Broken(path.stem, path.parent.name, blocks=split, **told)


def read_corpus():
    return [read(path) for path in sorted(HERE.glob("*/*.py")) if path.parent.name != "functions"]


CALLED = """
_cheat = {source!r}


def clv(*arguments, **named):
    exec(_cheat, globals() | {{"arguments": arguments}})
    return -1
"""


def read_functions():
    """The corpus of functions that the judge calls, and in such a function every way to cheat."""
    corpus = [read(path) for path in sorted((HERE / "functions").glob("*.py"))]
    for path in sorted((HERE / "cheating").glob("*.py")):
        cheat = read(path)
        source = "\n".join(source for place, source in cheat.blocks if place.strip() != "build")
        if source:
            block = ("07-2-answer", CALLED.format(source=source))
            corpus.append(Broken(f"called_{path.stem}", "called", cheat.about, (block,), {"2": 10.0}))
    return corpus


class Bait:
    """What lies about for an attacker: secrets in every place, each with a mark of its own, and listeners."""

    def __init__(self, course, home):
        self.course, self.home = course, home
        self.marks = {
            place: f"CANARY-{place}-{secrets.token_hex(8)}"
            for place in (
                "solution",
                "tests",
                "gradebook",
                "neighbour",
                "home",
                "environment",
                "hidden",
                "listener",
            )
        }
        self.heard = []  # what came in at the listeners
        # short and of its own: the name of a unix socket has at most 107 bytes
        self.outside = Path(tempfile.mkdtemp(prefix="relmark-bait-"))
        self.port = 0
        self.written = f"canary-write-{self.outside.name[-8:]}"  # attackers leave this, and a name of theirs

    @contextmanager
    def listening(self):
        with socket.socket() as tcp, socket.socket(socket.AF_UNIX) as unix:
            tcp.bind(("127.0.0.1", 0))
            unix.bind(str(self.outside / "socket"))
            self.port = tcp.getsockname()[1]
            for each in (tcp, unix):
                each.listen()
                threading.Thread(target=self._serve, args=(each,), daemon=True).start()
            try:
                yield self
            finally:
                for each in (tcp, unix):
                    each.shutdown(socket.SHUT_RDWR)
                shutil.rmtree(self.outside, ignore_errors=True)

    def _serve(self, listener):
        while True:
            try:
                connected, _ = listener.accept()
            except OSError:
                return
            with connected:
                connected.settimeout(2)
                try:
                    connected.sendall(self.marks["listener"].encode())
                    self.heard.append(connected.recv(1 << 16))
                except OSError:
                    self.heard.append(b"")

    def words(self, broken):
        return {
            "COURSE": str(self.course),
            "HOME": str(self.home),
            "OUTSIDE": str(self.outside),
            "PORT": str(self.port),
            "GRADER": str(os.getpid()),
            "LIBRARY": str(CHECKOUT / "relmark_helpers"),
            "PACKAGES": str(Path(nbformat.__file__).parents[1]),
            "PYTHON": sys.executable,
            "STUDENT": broken.id,
            "WRITTEN": f"{self.written}-{broken.name}",
        }

    def fill(self, text, broken):
        return re.sub(r"@([A-Z]+)@", lambda word: self.words(broken)[word[1]], text)


def make_course(folder, home, assignment=None):
    """A course in which an assignment (00 by default) is released, with bait in every place."""
    assignment = assignment or START
    name = assignment.name
    bait = Bait(folder, home)
    config = (CHECKOUT / "nbgrader_config.py").read_text()
    (folder / "nbgrader_config.py").write_text(config + assignment.config)
    source = folder / "solutions" / name / f"{name}.ipynb"
    shutil.copytree(CHECKOUT / "solutions" / name, source.parent)
    notebook = nbformat.read(source, 4)
    for cell in notebook.cells:
        if cell.id == assignment.solution:
            cell.source = cell.source.replace(
                "### BEGIN SOLUTION\n", f"### BEGIN SOLUTION\n# {bait.marks['solution']}\n"
            )
        if cell.id == assignment.test:
            cell.source = cell.source.replace(
                "### BEGIN HIDDEN TESTS\n", f"### BEGIN HIDDEN TESTS\n# {bait.marks['tests']}\n"
            )
    nbformat.write(notebook, source)
    release(folder, name)
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        book.add_student("neighbour", last_name=bait.marks["gradebook"])
        book.update_or_create_assignment(name, duedate="2026-03-01 12:00:00 UTC")
    (home / ".ssh").mkdir(parents=True)
    (home / ".ssh" / "id_ed25519").write_text(bait.marks["home"])
    return bait


def honest(student):
    """The sources of answer cells that are right for a student, as an honest notebook has them."""
    drawn = case("00", student=student, course=SALT)
    return {
        "00-1-answer": 'after_run_all = case.stock["fridges"] - case.stock["sold"]\n'
        f"skills = {right.skills(drawn)!r}",
        "00-2-answer": 'orders = rm.load("orders")\n'
        'days = orders.loc[orders["branch_id"] == case.branch, "ordered_on"]\n'
        'by_month = days.dt.to_period("M").value_counts().sort_index()\n'
        "highest_mean = by_month.rolling(case.months).mean().max()",
        "00-3-answer": 'bought = case.customers["customer_id"].isin(case.orders["customer_id"])\n'
        "buyers = bought.sum()\n"
        'may_write = (bought & case.customers["consent"]).sum()',
        "00-4-answer": 'known = [case.customers["birth_year"] // 10, case.customers["joined"].dt.year]\n'
        'alone = (case.customers.groupby(known)["customer_id"].transform("size") == 1).sum()',
    }


def honest_of_functions(student):
    """The course's own answers of three tasks of 07, which are right for every student."""
    sources = reference_answers(CHECKOUT / "solutions" / FUNCTIONS.name / f"{FUNCTIONS.name}.ipynb")
    return {f"07-{task}-answer": sources[f"07-{task}-answer"] for task in (1, 2, 9)}


START = Assignment(NAME, POINTS, honest, CONFIG, "00-4-answer", "00-4-test")
FUNCTIONS = Assignment(
    "07_loyalty_economics",
    {"1": 8.0, "2": 10.0, "9": 6.0},
    honest_of_functions,
    # for the same on a slow computer: each of these functions is called by four cells
    CONFIG.replace("timeout = 5", "timeout = 6").replace("notebook_seconds = 20", "notebook_seconds = 60"),
    "07-2-answer",
    "07-2-test-own",
)


def code(source, name=None):
    made = {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
    return made | ({"id": name} if name else {})


def build(broken, bait, assignment=START):
    """File one submission of the corpus."""
    course, name = bait.course, assignment.name
    folder = course / "submitted" / broken.id / name
    folder.mkdir(parents=True)
    path = folder / f"{name}.ipynb"
    notebook = json.loads((course / "exercises" / name / f"{name}.ipynb").read_text(encoding="utf-8"))
    cells = notebook["cells"]
    for raw in cells:
        raw["source"] = "".join(raw["source"])

    def cell(name):
        return next(raw for raw in cells if raw["id"] == name)

    if broken.base == "right":
        for answer, source in assignment.honest(broken.id).items():
            cell(answer)["source"] = source
    for number, (place, raw_source) in enumerate(broken.blocks):
        source = bait.fill(raw_source, broken).strip("\n")
        where, _, below = place.strip().partition(" ")
        own = code(source, f"own-{number}")
        if where == "build":
            known = {"notebook": notebook, "cells": cells, "cell": cell, "folder": folder, "path": path}
            known |= {
                "code": code,
                "deepcopy": deepcopy,
                "course": course,
                "honest": honest,
                "json": json,
                "os": os,
            }
            exec(compile(source, f"{broken.name}: build", "exec"), known)
        elif where == "first":
            cells.insert(0, own)
        elif where == "last":
            cells.append(own)
        elif where == "before":
            cells.insert(cells.index(cell(below)), own)
        else:
            cell(where)["source"] = source
    if not os.path.lexists(path) and not (folder / "no-notebook").exists():
        path.write_text(json.dumps(notebook), encoding="utf-8")
    (folder / "no-notebook").unlink(missing_ok=True)


def build_neighbour(bait, student="neighbour", assignment=START):
    """An honest student who wrote a secret into their notebook."""
    mark = bait.marks["neighbour"]
    block = f"cells.insert(0, {{'cell_type': 'markdown', 'metadata': {{}}, 'source': {mark!r}}})"
    build(Broken(student, "honest", "has a secret", (("build", block),)), bait, assignment)


def marks(course):
    """By student and task: points of the tests as the gradebook has them, by hand or not."""
    query = """SELECT student_id, base_cell.name, auto_score, manual_score FROM grade
        JOIN base_cell ON base_cell.id = cell_id
        JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
        JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id"""
    found = {}
    gradebook = sqlite3.connect(course / "gradebook.db")
    with gradebook:
        for student, name, auto, manual in gradebook.execute(query):
            tasks = found.setdefault(student, {})
            task = name.split("-")[1]
            score = auto if manual is None else manual
            tasks[task] = tasks.get(task, 0.0) + (math.nan if score is None else score)
    gradebook.close()
    return found


def due(broken, points=None):
    return {task: most - broken.lost.get(task, 0.0) for task, most in (points or POINTS).items()}


def carried(bait, student, name=NAME):
    """The secrets in all that belongs to a student after grading: places by the kind of secret.

    The tests' own cells of the graded notebook hold the hidden tests by right, as nbgrader leaves them.
    """
    course = bait.course
    places = {}
    notebook = course / "autograded" / student / name / f"{name}.ipynb"
    if notebook.is_file():
        for each in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            if not each["metadata"].get("nbgrader", {}).get("grade"):
                places.setdefault("autograded", []).append(json.dumps(each).encode())
    for folder in ("autograded", "feedback"):
        for path in (course / folder / student / name).rglob("*"):
            if path.is_file() and path != notebook:
                places.setdefault(folder, []).append(path.read_bytes())
    for path in (course / ".relmark" / "grading" / name).glob(f"{student}.json"):
        places.setdefault("journal", []).append(path.read_bytes())
    gradebook = sqlite3.connect(course / "gradebook.db")
    query = """SELECT auto_comment, manual_comment FROM comment
        JOIN submitted_notebook ON submitted_notebook.id = comment.notebook_id
        JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
        WHERE student_id = ?"""
    with gradebook:
        places["comments"] = [repr(row).encode() for row in gradebook.execute(query, (student,))]
    gradebook.close()
    real = {mark.encode() for mark in bait.marks.values()}
    found = {}
    for place, contents in places.items():
        for content in contents:
            for match in CANARY.finditer(content):
                if match.group() in real:
                    found.setdefault(match[1].decode(), set()).add(place)
    return found


def snapshot(*folders):
    """What nobody but the grader may change: type, mode, size, content and time of every file."""
    found = {}
    for folder in folders:
        for path in [folder, *sorted(folder.rglob("*"))]:
            about = path.lstat()
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            found[str(path)] = (about.st_mode, about.st_mtime_ns if path.is_file() else 0, hash(content))
    return found
