"""The corpus of broken and hostile submissions, graded in one class with honest neighbours, on every rung."""

import json
import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path
from unittest import mock

import matplotlib
import psutil
import pytest
from corpus import (
    FUNCTIONS,
    START,
    Broken,
    build,
    build_neighbour,
    carried,
    due,
    make_course,
    marks,
    read_corpus,
    read_functions,
    snapshot,
)

from relmark_helpers.classroom import journal
from relmark_helpers.classroom.feedback import make_pages
from relmark_helpers.classroom.grade import grade
from relmark_helpers.classroom.grade.batch import Wishes
from relmark_helpers.classroom.grade.sandbox.ladder import lacks

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32", reason="submissions with pipes and links are made as on Unix"
    ),
]

CORPUS = read_corpus()
NEIGHBOURS = ("aaa-first", "neighbour", "zzz-last")  # honest: before, among and behind the others
MARKED = "RELMARK_CORPUS"  # a variable by which processes of this test are found


def need(rung):
    lack = lacks(rung, IMAGE)
    if lack and os.environ.get("CI"):
        pytest.fail(f"the sandbox {rung} must be tried in CI; {lack}")
    if lack:
        pytest.skip(f"{rung}: {lack}")


class Class:
    """A class that was graded once, with all that the tests ask about it."""

    def __init__(self, folder, broken, wishes, assignment=START):
        self.assignment, name = assignment, assignment.name
        self.broken = [*(Broken(name, "honest", "", ()) for name in NEIGHBOURS), *broken]
        course, home = folder / "course", folder / "home"
        course.mkdir()
        home.mkdir()
        self.bait = bait = make_course(course, home, assignment)
        with (course / "nbgrader_config.py").open("a") as config:
            config.write(f"c.RelmarkGrading.container_image = {IMAGE!r}\n")
        self.surroundings = {
            "MPLCONFIGDIR": matplotlib.get_configdir(),  # the list of fonts takes long to make
            "GRADER_TOKEN": bait.marks["environment"],
            "RELMARK_HIDDEN": bait.marks["hidden"],
            "HOME": str(home),
            MARKED: str(folder),
        }
        with mock.patch.dict(os.environ, self.surroundings), bait.listening():
            build_neighbour(bait, assignment=assignment)
            for each in self.broken:
                if each.name != "neighbour":
                    build(each, bait, assignment)
            self.course = course
            kept = [course / "solutions", course / "exercises", course / "submitted", home]
            self.before = snapshot(*kept)
            self.files_before = psutil.Process().num_fds()
            children = set(psutil.Process().children())  # of other tests, which may have more by then
            self.summary = grade(course, name, wishes)
            self.files_after = psutil.Process().num_fds()
            self.left = processes_left(folder, children)
            self.after = snapshot(*kept)
            self.outside = written(bait, self.broken)
            self.heard = list(bait.heard)
            self.pages = make_pages(course, name)
        self.rows = {row.student: row for row in self.summary.rows}
        self.marks = {  # of the tasks that are answered
            student: {task: points for task, points in tasks.items() if task in assignment.points}
            for student, tasks in marks(course).items()
        }
        self.carried = {each.id: carried(bait, each.id, name) for each in self.broken}

    @property
    def exact(self):
        """The submissions of which every point and every sentence is foretold."""
        return [each for each in self.broken if each.group != "called"]

    def notebook(self, student):
        """The text of a student's graded notebook."""
        name = self.assignment.name
        return (self.course / "autograded" / student / name / f"{name}.ipynb").read_text(encoding="utf-8")

    def told(self, student):
        """What an instructor is told of a submission, a sentence each."""
        row, entry = self.rows[student], journal.read(self.course, self.assignment.name, student)
        late = ["late"] if row.seconds_late > 0 else []
        return [*row.repairs, *(f"{each.kind}: {each.says}" for each in entry.events), *late]


def processes_left(folder, known):
    """Processes that grading started and that still run, by a variable that they inherit or their folder."""
    deadline = time.monotonic() + 3
    while True:
        left = []
        for each in psutil.process_iter():
            try:
                if each.pid == os.getpid():
                    continue
                about = [*each.cmdline(), each.cwd(), *each.environ().values()]
                if any(str(folder) in text for text in about) and each.status() != psutil.STATUS_ZOMBIE:
                    left.append(f"{each.pid} {' '.join(each.cmdline())}")
            except psutil.Error:
                continue
        for each in set(psutil.Process().children()) - known:
            with suppress(psutil.NoSuchProcess):
                left.append(f"child {each.as_dict(['pid', 'name', 'status', 'cmdline'])}")
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.1)


def written(bait, broken):
    """Places outside their own folder where attackers left their mark."""
    found = set()
    for each in broken:
        for place in each.writes:
            path = Path(bait.fill(place, each))
            if path.is_dir() or (
                path.is_file() and bait.fill("@WRITTEN@", each).encode() in path.read_bytes()
            ):
                found.add((each.name, place))
    for path in Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"):
        found |= {("somebody", str(each)) for each in path.glob(f"*{bait.written}*")}
    return found


def everybody_gets_the_marks_that_are_due(graded):
    expected = {each.id: due(each, graded.assignment.points) for each in graded.exact}
    found = {student: graded.marks.get(student) for student in expected}
    assert found == expected


def nobody_cheats_in_a_function(graded):
    """The points of the function are lost, those before it kept, those after it where it left Python whole."""
    amiss = []
    for each in graded.broken:
        marks, most = graded.marks[each.id], due(each, graded.assignment.points)
        if each.group == "called" and marks not in (most, most | {"9": 0.0}):
            amiss.append(f"{each.name}: {marks}, {graded.told(each.id)}")
    assert not amiss, "\n".join(amiss)


def honest_neighbours_get_theirs_whatever_happens_around_them(graded):
    points = graded.assignment.points
    assert {name: graded.marks[name] for name in NEIGHBOURS} == dict.fromkeys(NEIGHBOURS, points)


def the_instructor_is_told_what_happened_and_nothing_else(graded):
    amiss = []
    for each in graded.exact:
        told, row = graded.told(each.id), graded.rows[each.id]
        amiss += [
            f"{each.name}: not told: {text}" for text in each.told if not any(text in said for said in told)
        ]
        allowed = (*each.told, *each.may_tell)
        amiss += [f"{each.name}: {said}" for said in told if not any(text in said for text in allowed)]
        if each.refused not in row.refused or bool(each.refused) != bool(row.refused):
            amiss.append(f"{each.name}: refused: {row.refused!r}")
    assert not amiss, "\n".join(amiss)


def the_graded_notebook_shows_what_it_should(graded):
    amiss = []
    for each in graded.broken:
        if each.shows not in graded.notebook(each.id):
            amiss.append(f"{each.name}: {each.shows} is not in the graded notebook")
    assert not amiss, "\n".join(amiss)


def what_was_seen_in_a_hidden_test_goes_to_no_student(graded):
    amiss = []
    for each in graded.broken:
        cells = json.loads(graded.notebook(each.id))["cells"]
        shown = [raw["outputs"] for raw in cells if raw.get("outputs")]
        folder = graded.course / "feedback" / each.id
        pages = [path.read_text(encoding="utf-8") for path in folder.rglob("*.html")]
        if each.hides and any(each.hides in text for text in (json.dumps(shown), *pages)):
            amiss.append(each.name)
    assert amiss == []


def what_is_right_is_known_of_blanks_too(graded):
    """For another may have answered on the case of one who did not."""
    if "blank" in graded.rows:
        said = journal.read(graded.course, graded.assignment.name, "blank").said
        assert {each.outcome for each in said} == {"unanswered"}
        assert [each.task for each in said if each.right is None] == []


def no_secret_is_carried_out(graded):
    allowed = {"neighbour": {"neighbour"}}
    found = {
        student: secrets
        for student, secrets in graded.carried.items()
        if set(secrets) - allowed.get(student, set())
    }
    assert found == {}


def nobody_reaches_a_listener(graded):
    assert graded.heard == []


def nothing_is_written_outside_ones_own_folder(graded):
    assert graded.outside == set()


def nothing_of_the_course_is_changed(graded):
    assert {path for path in graded.before if graded.before[path] != graded.after.get(path)} == set()
    assert set(graded.after) - set(graded.before) == set()


def nothing_is_left_behind(graded):
    assert graded.left == []
    assert list((graded.course / ".relmark").glob("scratch-*")) == []
    assert graded.files_after <= graded.files_before + 2


def everybody_is_in_the_gradebook_and_has_a_page(graded):
    students = {each.id for each in graded.broken}
    assert set(graded.rows) == students
    assert {
        student for student, tasks in graded.marks.items() if set(tasks) == set(graded.assignment.points)
    } == students
    assert (set(graded.pages.made), graded.pages.failed) == (students, {})


def grading_again_changes_nothing(graded):
    course, name, wishes = graded.course, graded.assignment.name, Wishes(resume=True)
    before, notebooks = marks(course), snapshot(course / "autograded")
    with mock.patch.dict(os.environ, graded.surroundings):
        assert grade(course, name, wishes).counts == {"kept": len(graded.broken)}
        assert snapshot(course / "autograded") == notebooks
        for student in NEIGHBOURS:
            shutil.rmtree(course / "autograded" / student)
        assert grade(course, name, wishes).counts["kept"] == len(graded.broken) - len(NEIGHBOURS)
    assert marks(course) == before


WHATEVER_HAPPENS = (
    honest_neighbours_get_theirs_whatever_happens_around_them,
    nothing_is_left_behind,
    everybody_is_in_the_gradebook_and_has_a_page,
)
SHELTERED = (
    *WHATEVER_HAPPENS,
    everybody_gets_the_marks_that_are_due,
    the_instructor_is_told_what_happened_and_nothing_else,
    the_graded_notebook_shows_what_it_should,
    what_was_seen_in_a_hidden_test_goes_to_no_student,
    what_is_right_is_known_of_blanks_too,
    no_secret_is_carried_out,
    nobody_reaches_a_listener,
    nothing_is_written_outside_ones_own_folder,
    nothing_of_the_course_is_changed,
)
EVERYWHERE = [each for each in CORPUS if each.everywhere]
OF_THE_SYSTEM = [
    each
    for each in CORPUS
    if each.group in ("runaway", "reading", "writing") or each.name.startswith("forged") or each.everywhere
]
ACCIDENTS = [each for each in CORPUS if each.without_sandbox == "goes on"]
# where every process is started anew, nothing finds what one of them has sent into the background
NO_DAEMONS = [each for each in ACCIDENTS if "daemon" not in each.name]
WAYS = {
    "bubblewrap": (CORPUS, Wishes(sandbox="bubblewrap"), (*SHELTERED, grading_again_changes_nothing)),
    "namespaces": (OF_THE_SYSTEM, Wishes(sandbox="namespaces"), SHELTERED),
    "started in bubblewrap": (EVERYWHERE, Wishes(sandbox="bubblewrap", forks=False), SHELTERED),
    "no sandbox": (ACCIDENTS, Wishes(sandbox="plain", trusted=True), WHATEVER_HAPPENS),
    "started, no sandbox": (NO_DAEMONS, Wishes(sandbox="plain", trusted=True, forks=False), WHATEVER_HAPPENS),
}

# containers need an image, which no test can make: name one that has the course to have it tried too
if IMAGE := os.environ.get("RELMARK_TEST_IMAGE", ""):
    # the first process of a container cannot kill itself, and what it wrote last is lost when it exits
    others = {"abort", "dies_while_handing_out", "forged_deep_message", "kill_nine", "stops_itself"}
    contained = [each for each in OF_THE_SYSTEM if each.name not in others]
    WAYS["container"] = (contained, Wishes(sandbox="container"), SHELTERED)


@pytest.mark.parametrize("way", WAYS)
def test_a_class_of_broken_and_hostile_submissions(way, tmp_path):
    """One test a class, for grading it takes long and everything that can be asked of it is asked at once."""
    broken, wishes, checks = WAYS[way]
    need(wishes.sandbox)
    ask(Class(tmp_path, broken, wishes), *checks)


def ask(graded, *checks):
    amiss = []
    for check in checks:
        try:
            check(graded)
        except AssertionError as error:
            amiss.append(f"{check.__name__.replace('_', ' ')}:\n{error}")
    assert not amiss, "\n\n".join(amiss)


def test_a_class_whose_functions_are_called_by_the_judge(tmp_path):
    """On an assignment whose answers are functions, where each way to cheat waits until one is called."""
    need("bubblewrap")
    graded = Class(tmp_path, read_functions(), Wishes(sandbox="bubblewrap"), FUNCTIONS)
    ask(
        graded,
        *WHATEVER_HAPPENS,
        nobody_cheats_in_a_function,
        everybody_gets_the_marks_that_are_due,
        the_instructor_is_told_what_happened_and_nothing_else,
        the_graded_notebook_shows_what_it_should,
        what_was_seen_in_a_hidden_test_goes_to_no_student,
        no_secret_is_carried_out,
        nobody_reaches_a_listener,
        nothing_is_written_outside_ones_own_folder,
        nothing_of_the_course_is_changed,
    )


@pytest.fixture
def defenceless(tmp_path):
    """No sandbox, and a class that steals."""
    broken = [each for each in CORPUS if each.without_sandbox in ("carries", "holds")]
    return Class(tmp_path, broken, Wishes(sandbox="plain", trusted=True))


def test_the_corpus_has_teeth(defenceless):
    """Without a sandbox the same attacks carry their secrets out, so that the tests above could fail."""
    amiss = []
    for each in defenceless.broken:
        secrets, places = (
            set(defenceless.carried[each.id]),
            {place for name, place in defenceless.outside if name == each.name},
        )
        if each.without_sandbox == "carries":
            amiss += [
                f"{each.name} did not carry out {secret}" for secret in each.carries if secret not in secrets
            ]
            amiss += [f"{each.name} did not write {place}" for place in each.writes if place not in places]
        else:
            amiss += [f"{each.name} carried out {secret}" for secret in each.carries if secret in secrets]
    assert not amiss, "\n".join(amiss)
    assert {heard.decode() for heard in defenceless.heard if heard} >= {
        "heard from tcp",
        "heard from unix_socket",
    }
    most = max(sum(tasks.values()) for tasks in defenceless.marks.values())
    assert most > sum(START.points.values()), "nobody raised marks in the gradebook"
