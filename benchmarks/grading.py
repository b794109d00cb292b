"""How fast a class is graded: relmark grade against nbgrader autograde, whole commands, on the same submissions.

    python benchmarks/grading.py [--size 60] [--larger 150] [--assignment 04] [--workers 0] [--cluster]

The class is honest: the bank's right answers and usual mistakes, in turn. The marks of both must be the same,
or the benchmark stops. nbgrader grades --size of them; its time for --larger is taken as proportional, which
favours it (it opens its gradebook more slowly the larger it is). Steady state is what one more submission
takes: the difference between the two sizes. What is fixed is what one submission takes, and what --resume takes
when nothing is left. Processor time holds on a busy machine, where the clock does not. "Its own cells" is the
processor time of all cells of the same notebooks, hidden tests included, run one after the other in one warm
IPython without any sandbox.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY / "tests" / "answers"))

from bank import Answer, make_course, marks, read_bank, reference, submit  # noqa: E402

from relmark_helpers.classroom.grade.sandbox.ladder import lacks  # noqa: E402
from relmark_helpers.course import chapter  # noqa: E402

CELLS = """
import json, os, sys, time
from pathlib import Path
from relmark_helpers.classroom.grade.kernel import child, shell
running = shell.make_shell()
child.preload(sys.argv[1][:2], judging=True)
child.preload(sys.argv[1][:2], judging=False)
taken = []
for path in sorted(Path("autograded").glob(f"*/{sys.argv[1]}/*.ipynb")):
    os.environ |= {"RELMARK_STUDENT": path.parts[1], "RELMARK_COURSE": "meridian-home", "RELMARK_HIDDEN": "for-development-only"}
    cells = json.loads(path.read_text())["cells"]
    running.reset(new_session=False)
    began = time.process_time()
    for count, cell in enumerate((each for each in cells if each["cell_type"] == "code"), start=1):
        shell.run(running, "".join(cell["source"]), count, lambda output: None)
    taken.append(time.process_time() - began)
print(sum(taken[1:]) / len(taken[1:]))
"""


def make_class(folder, assignment, size):
    """A course in which so many honest submissions wait."""
    course = make_course(folder, assignment)
    for part in ("chapters", "exercises"):
        (course / part).mkdir(exist_ok=True)
    right = reference(assignment)
    honest = [answer for answer in read_bank(assignment) if answer.kind in ("right", "mistake")]
    bank = [Answer("reference", "the solution itself", "right"), *honest]
    for number in range(size):
        answer = bank[number % len(bank)]
        submit(course, assignment, f"{answer.name}.{number:03d}", right | answer.cells)
    return course


def run(course, *words):
    """A whole command: seconds of the clock and of all processors, peak memory by process in MB, what it printed."""
    environment = os.environ | {
        "PYTHONPATH": str(REPOSITORY),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    before = os.times()
    began = time.monotonic()
    running = subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=course,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    peaks = {}
    watching = threading.Thread(target=watch, args=(running.pid, peaks), daemon=True)
    watching.start()
    told, said = running.communicate()
    seconds = time.monotonic() - began
    if running.returncode:
        raise SystemExit(said.decode()[-2000:])
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, processor, peaks, told


def watch(process, peaks):
    """The largest memory of the command's processes that is theirs alone (USS), by what they are."""
    while True:
        try:
            top = psutil.Process(process)
            for each in [top, *top.children(recursive=True)]:
                line = " ".join(each.cmdline())
                kind = (
                    "coordinator"
                    if each.pid == process
                    else "warm process"
                    if each.parent().pid in (process,) or "bwrap" in each.parent().name()
                    else "fork"
                )
                if "bwrap" not in line.split(" ")[0]:
                    peaks[kind] = max(peaks.get(kind, 0), each.memory_full_info().uss / 1e6)
        except (psutil.Error, AttributeError):
            if not psutil.pid_exists(process):
                return
        time.sleep(0.2)


def same_marks(assignment, course, other):
    mine, theirs = marks(course, assignment), marks(other, assignment)
    amiss = [student for student in theirs if mine.get(student) != theirs[student]]
    if amiss:
        raise SystemExit(f"the marks differ: {amiss}")
    return sum(len(each) for each in theirs.values())


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--larger", type=int, default=150)
    parser.add_argument("--assignment", default="04")
    parser.add_argument("--workers", type=int, default=0)
    wanted = parser.parse_args()
    name = chapter(wanted.assignment).name
    print(f"{name}, {os.cpu_count()} processors, sandbox: {'plain' if lacks('bubblewrap') else 'bubblewrap'}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        small = make_class(folder / "small", name, wanted.size)
        peer = shutil.copytree(small, folder / "peer")
        large = make_class(folder / "large", name, wanted.larger)
        grade = [
            "relmark_helpers.cli",
            "grade",
            wanted.assignment,
            "--i-trust-this-class",
            "--json",
            "--workers",
            str(wanted.workers),
        ]
        first = make_class(folder / "first", name, 1)
        _, one_cpu, *_ = run(first, *grade)
        _, kept_cpu, *_ = run(first, *grade, "--resume")
        ours, our_cpu, peaks, _ = run(small, *grade)
        theirs, their_cpu, *_ = run(peer, "nbgrader", "autograde", name)
        many, many_cpu, _, told = run(large, *grade)
        cells = same_marks(name, small, peer)
        own = float(
            subprocess.run(
                [sys.executable, "-c", CELLS, name],
                cwd=peer,
                env=os.environ | {"PYTHONPATH": str(REPOSITORY), "OPENBLAS_NUM_THREADS": "1"},
                capture_output=True,
                text=True,
                check=True,
            ).stdout.splitlines()[-1]
        )
    rows = json.loads(told)["submissions"]
    pupil, judge = (statistics.mean(row["processor"][part] for row in rows) for part in (0, 1))
    each = theirs / wanted.size
    steady = (many - ours) / (wanted.larger - wanted.size)
    steady_cpu = (many_cpu - our_cpu) / (wanted.larger - wanted.size)
    print(f"\nmarks identical in {cells} cells of {wanted.size} submissions")
    print("\n| whole command | nbgrader autograde | relmark grade | ratio |")
    print("|---|---|---|---|")
    print(f"| class of {wanted.size}, seconds | {theirs:.1f} | {ours:.1f} | {theirs / ours:.1f} |")
    print(
        f"| class of {wanted.larger}, seconds | {each * wanted.larger:.1f} (proportional) | {many:.1f} | {each * wanted.larger / many:.1f} |"
    )
    print(
        f"| class of {wanted.size}, processor seconds | {their_cpu:.1f} | {our_cpu:.1f} | {their_cpu / our_cpu:.1f} |"
    )
    print(f"| one more, seconds | {each:.2f} | {steady:.3f} | {each / steady:.1f} |")
    print(
        f"| one more, processor seconds | {their_cpu / wanted.size:.2f} | {steady_cpu:.3f} | {their_cpu / wanted.size / steady_cpu:.1f} |"
    )
    print(
        f"\nfixed: one submission takes {one_cpu:.2f} processor seconds, --resume with none left {kept_cpu:.2f}"
    )
    print(
        f"its own cells in a warm interpreter: {own:.3f} processor seconds; relmark takes {steady_cpu / own:.2f} times that"
    )
    rest = steady_cpu - pupil - judge
    print(f"of it: the student's cells {pupil:.3f}, tests and checks {judge:.3f}, the rest {rest:.3f}")
    print(
        "largest memory of its own, MB:",
        ", ".join(f"{kind} {size:.0f}" for kind, size in sorted(peaks.items())),
    )


if __name__ == "__main__":
    main()
