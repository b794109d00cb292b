"""Print what becomes of every submission of the corpus: with `relmark grade`, and with plain `nbgrader autograde`.

``python tests/classroom/corpus_table.py [NAME ...]``: a table in Markdown. The second way has no sandbox, so only
what cannot harm this machine is run there, each by itself and for a minute at most.
"""

import math
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
from corpus import (
    CHECKOUT,
    NAME,
    Bait,
    build,
    build_neighbour,
    carried,
    due,
    make_course,
    marks,
    read_corpus,
)
from test_corpus import MARKED, Class, written

from relmark_helpers.classroom.grade.batch import Wishes

SECONDS = 60
ERROR = re.compile(r"[\w.]*(Error|Exception|Entry)\b: ")
RAISED = ("cheating", "form", "file", "writing")  # where more points than are due means that a mark is wrong
AT_A_TIME = 2


def plainly(broken, released):
    """What nbgrader does with one submission, in a copy of the course, in words."""
    if not broken.plain_nbgrader:
        return "not run"
    with tempfile.TemporaryDirectory(prefix="relmark-plain-") as made:
        course, home = Path(made) / "course", Path(made) / "home"
        shutil.copytree(released.course, course)
        shutil.copytree(released.home, home)
        bait = Bait(course, home)
        bait.marks = released.marks
        with bait.listening():
            build_neighbour(bait)
            build(broken, bait)
            ended = autograde(bait, broken.id)
            return in_words(broken, bait, ended)


def autograde(bait, student):
    """Run nbgrader; gives its last words if it ended with an error, None if it did not end."""
    surroundings = os.environ | {
        "HOME": str(bait.home),
        "GRADER_TOKEN": bait.marks["environment"],
        "RELMARK_HIDDEN": bait.marks["hidden"],
        "PYTHONPATH": str(CHECKOUT),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        MARKED: str(bait.course),
    }
    command = [sys.executable, "-m", "nbgrader", "autograde", NAME, "--student", student]
    with (bait.course / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=bait.course,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            return None
        finally:
            end_all(bait.course, process)
    if process.returncode == 0:
        return ""
    lines = [line.strip() for line in (bait.course / "log.txt").read_text(errors="replace").splitlines()]
    told = [line for line in lines if ERROR.match(line)] or [line for line in lines if "ERROR" in line]
    said = told[-1] if told else f"exit status {process.returncode}"
    return "".join(sign for sign in said.replace(str(bait.course), "") if sign.isprintable())[:120]


def end_all(course, process):
    """End nbgrader, its kernels and what they started: they know each other by a variable."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for each in psutil.process_iter():
        try:
            if each.environ().get(MARKED) == str(course):
                each.kill()
        except psutil.Error:
            continue


def in_words(broken, bait, ended):
    if ended is None:
        return f"no end within {SECONDS} s"
    earned = marks(bait.course).get(broken.id)
    words = []
    if earned and not math.isnan(sum(earned.values())):
        points, right = sum(earned.values()), sum(due(broken).values())
        more = ": fooled" if broken.group in RAISED else f" ({right:g} here)"
        words.append(
            f"{points:g} points" + (more if points > right else f", {right:g} are due" * (points < right))
        )
    else:
        words.append("no mark")
    if ended:
        words.append(f"error: `{ended.replace('|', '/').replace('`', '')}`")
    words += [f"carries out: {secret}" for secret in sorted(carried(bait, broken.id))]
    words += ["reaches a listener"] if bait.heard else []
    outside = {
        place for name, place in written(bait, [broken]) if name == broken.name or broken.name in place
    }
    words += [f"writes {place}" for place in sorted(outside)]
    for folder in ("/tmp", "/var/tmp", "/dev/shm"):
        for path in Path(folder).glob(f"{bait.written}-*"):
            path.unlink()
    return "; ".join(words)


def main(names):
    corpus = [each for each in read_corpus() if not names or each.name in names]
    with tempfile.TemporaryDirectory(prefix="relmark-table-") as made:
        folder = Path(made)
        (folder / "course").mkdir()
        (folder / "home").mkdir()
        released = make_course(folder / "course", folder / "home")
        ours = folder / "ours"
        ours.mkdir()
        graded = Class(ours, corpus, Wishes())
        told = {each.id: sentences(graded, each.id) for each in corpus}
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            theirs = list(pool.map(lambda each: plainly(each, released), corpus))
        shutil.rmtree(released.outside)
    print(
        f"| submission | what it is | mark | what the instructor is told ({graded.summary.rung}) | plain nbgrader |"
    )
    print("|---|---|---|---|---|")
    for each, plain in zip(corpus, theirs, strict=True):
        mark = f"{graded.rows[each.id].points:g}"
        print(f"| {each.group}/{each.name} | {each.about} | {mark} | {told[each.id]} | {plain} |")


def sentences(graded, student):
    row = graded.rows[student]
    said = list(dict.fromkeys([*([row.refused] if row.refused else []), *graded.told(student)]))
    more = f"; and {len(said) - 3} more" if len(said) > 3 else ""
    return "; ".join(text[:160] for text in said[:3]).replace("|", "/").replace("\n", " ") + more


if __name__ == "__main__":
    main(sys.argv[1:])
