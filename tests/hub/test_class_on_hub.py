"""A class on a Hub for real: two learners and an instructor in the browser, and what none of them may see."""

import json
import re
from pathlib import Path

import nbformat
import psutil
import pytest
import sites
from lab import CHROMIUM_FLAGS, PANEL, run_all, wait_for_kernel
from machine import DEPLOY, machine, missing
from playwright.sync_api import expect
from sample_course import CHECKOUT

from relmark_helpers.authoring.bank import read_answer, reference_answers

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PATIENCE = 240_000  # milliseconds: CI may be busy
NAME = "00_start_here"
NOTEBOOK = f"exercises/{NAME}/{NAME}.ipynb"
# A cell of somebody who wants all: memory, then threads (small ones, so that it is their number that ends it).
GREEDY = """
import threading

kept = []
try:
    for _ in range(64):
        kept.append(bytearray(64 << 20))
except MemoryError:
    print("memory ended at", len(kept) * 64, "MB")
kept.clear()
enough, threads = threading.Event(), []
threading.stack_size(256 << 10)
try:
    for _ in range(1000):
        threads.append(threading.Thread(target=enough.wait))
        threads[-1].start()
except RuntimeError:
    print("threads ended at", len(threads))
enough.set()
"""
# Which of the paths that it is given are open to whoever runs it: a folder that can be listed, a file that can be read.
OPEN = 'for path; do if [ -d "$path" ]; then ls "$path"; else cat "$path"; fi >/dev/null 2>&1 && echo "$path"; done; true'


@pytest.fixture
def trial():
    """The class, before anybody logs in."""
    if says := missing():
        sites.absent(says)
    with machine() as trial:
        yield trial


@pytest.fixture
def log_in(chromium, trial):
    """Log somebody in, in a browser of their own; gives the page."""
    browser = chromium(CHROMIUM_FLAGS)
    expect.set_options(timeout=PATIENCE)

    def log_in(account, **device):
        page = browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | device)).new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(trial.address)
        page.get_by_label("Username").fill(account)
        page.get_by_label("Password").fill(trial.passwords[account])
        page.get_by_role("button", name="Sign in").click()
        return page

    yield log_in
    expect.set_options(timeout=None)
    browser.close()


def as_course(trial, *words):
    """What a command of the course's account said, which ended well."""
    done = trial.on(trial.name, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def command(page, name, **arguments):
    """One of JupyterLab's commands, as its menus give it."""
    words = f"void window.jupyterapp.commands.execute({json.dumps(name)}, {json.dumps(arguments)})"
    page.evaluate(words)


def in_front(page, path):
    """Until this notebook is, with a kernel that is ready."""
    page.wait_for_function(
        "path => window.jupyterapp?.shell?.currentWidget?.context?.path === path", arg=path
    )
    wait_for_kernel(page)


def listed(page, part):
    """A part of the list of assignments: released, fetched or submitted."""
    return page.locator(f"#{part}_assignments_list")


def answers(*names):
    """The answers of some entries of the bank, by cell; the last word counts."""
    right = reference_answers(CHECKOUT / "solutions" / NAME / f"{NAME}.ipynb")
    found = {}
    for name in names:
        found |= read_answer(CHECKOUT / "tests" / "answers" / NAME / f"{name}.py", right).cells
    return found


def write_answers(trial, learner, given):
    """Put answers into the notebook that was fetched, and at its end a cell that wants too much."""
    place = trial.home_of(learner) / "relmark" / NOTEBOOK
    notebook = nbformat.read(place, 4)
    for cell in notebook.cells:
        cell.source = given.get(cell.id, cell.source)
    notebook.cells.append(nbformat.v4.new_code_cell(GREEDY, id="greedy"))
    place.write_text(nbformat.writes(notebook), encoding="utf-8")


def fetch_work_and_submit(trial, page, learner, given):
    """What a learner does from the menu on, in the browser but for the typing."""
    in_front(page, "chapters/00_start_here.ipynb")
    page.get_by_role("menuitem", name="Nbgrader").click()
    assert page.get_by_role("menuitem", name="Formgrader").count() == 0
    page.get_by_role("menuitem", name="Assignment List").click()
    listed(page, "released").get_by_role("button", name="Fetch").click()
    submit = listed(page, "fetched").get_by_role("button", name="Submit")
    expect(submit).to_be_visible()
    write_answers(trial, learner, given)
    command(page, "docmanager:open", path=NOTEBOOK)
    in_front(page, NOTEBOOK)
    run_all(page)
    shown = page.locator(f"{PANEL} .jp-OutputArea")
    expect(shown.filter(has_text=f"Case of chapter 00 for {learner}").first).to_be_attached()
    all_that_one_may_use(learner, shown.filter(has_text="threads ended").first.inner_text())
    command(page, "docmanager:save")
    page.get_by_role("tab", name="Assignments").click()
    submit.click()
    expect(listed(page, "submitted")).to_contain_text(NAME)


def all_that_one_may_use(learner, said):
    """What the greedy cell said, and what holds for every process of a learner, of which a test cannot reach the end."""
    memory, threads = (int(re.search(f"{what} ended at (\\d+)", said)[1]) for what in ("memory", "threads"))
    assert 1024 < memory < 3072
    assert 200 < threads < 400
    own = [each for each in psutil.process_iter(["username", "nice"]) if each.info["username"] == learner]
    assert len(own) >= 3  # the server and two kernels
    for each in own:
        limits = Path(f"/proc/{each.pid}/limits").read_text()
        assert re.search(r"^Max cpu time +7200 +7200 +seconds", limits, re.MULTILINE)
        assert each.info["nice"] == 5
        assert Path(f"/proc/{each.pid}/oom_score_adj").read_text() == "500\n"


def in_the_course(trial, log_in):
    """The instructor's page, with nbgrader's menu open."""
    page = log_in(trial.instructor)
    page.wait_for_url("**/services/course/lab**")
    page.get_by_role("menuitem", name="Nbgrader").click()
    return page


def see_feedback(page):
    """What a learner does to read the feedback; gives its page, which is ours and not nbgrader's."""
    listed(page, "submitted").get_by_role("button", name="Fetch Feedback").click()
    listed(page, "submitted").get_by_text("(view feedback)").click()
    page.get_by_role("listitem", name=f"{NAME}.html").dblclick()
    return page.frame_locator(".jp-HTMLViewer iframe")


def test_a_class_from_log_in_to_feedback(trial, log_in):
    """One test for all, since a class takes a minute to make: set-up, limits, walls, and what everybody does."""
    set_up_asks_the_machine_and_loses_nothing(trial)
    ids_that_can_be_no_accounts_are_refused(trial)
    as_course(trial, "relmark", "release", "00")
    as_course(trial, "nbgrader", "release_assignment", NAME)
    with trial.hub() as hub:
        the_class_works(trial, log_in)
        hub.kill()
    with trial.hub():
        in_the_course(trial, log_in)
    assert [len(trial.servers_of(learner)) for learner in trial.learners] == [
        1,
        1,
    ]  # work goes on without the Hub


def the_class_works(trial, log_in):
    """Two learners and an instructor, each in a browser."""
    ada, bo = trial.learners
    right = answers("right_sets_and_loops", "right_read_from_the_screen")
    given = {ada: right, bo: right | answers("mistake_counts_everybody")}
    on_a_phone = log_in(
        ada, viewport={"width": 420, "height": 900}, user_agent="Mozilla/5.0 (Android) Mobile"
    )
    on_a_phone.wait_for_url(f"**/user/{ada}/notebooks/chapters/00_start_here.ipynb")
    on_a_phone.close()
    pages = {learner: log_in(learner) for learner in trial.learners}
    for learner, page in pages.items():
        page.wait_for_url(f"**/user/{learner}/lab/tree/chapters/00_start_here.ipynb")
        fetch_work_and_submit(trial, page, learner, given[learner])
    nobody_sees_what_is_not_theirs(trial, pages)

    as_course(trial, "nbgrader", "collect", NAME)
    graded = json.loads(as_course(trial, "relmark", "grade", "00", "--json"))
    assert {row["student"]: row["points"] for row in graded["submissions"]} == {ada: 10.0, bo: 7.0}
    as_course(trial, "relmark", "feedback", "00")
    as_course(trial, "nbgrader", "release_feedback", NAME)

    teacher = in_the_course(trial, log_in)
    teacher.get_by_role("menuitem", name="Formgrader").click()
    row = teacher.frame_locator("iframe").locator("#main-table tr", has_text=NAME)
    expect(row.locator(".num-submissions")).to_have_text("2")

    for learner, says in ((ada, "10 of 10 points"), (bo, "7 of 10 points")):
        feedback = see_feedback(pages[learner])
        expect(feedback.locator("body")).to_contain_text(says)
    expect(feedback.locator("body")).to_contain_text("This counts all customers of your case")
    expect(feedback.locator("body")).not_to_contain_text("HIDDEN TESTS")
    for page in (*pages.values(), teacher):
        page.close()  # one whose Hub is killed asks for its files without a pause, and keeps the new proxy busy


def nobody_sees_what_is_not_theirs(trial, pages):
    """On the machine and through the Hub: the other's work, what was handed in, solutions, marks, the hidden salt."""
    inbound = trial.exchange / "relmark" / "inbound"
    secrets = [
        *(inbound, trial.course, trial.course / "gradebook.db", trial.home / ".relmark-hidden"),
        trial.course / "solutions" / NAME / f"{NAME}.ipynb",
    ]
    assert set(trial.on(trial.name, "bash", "-c", OPEN, "bash", *secrets).stdout.split()) == set(
        map(str, secrets)
    )
    for learner, other in zip(trial.learners, reversed(trial.learners), strict=True):
        own, theirs = (trial.home_of(each) / "relmark" / NOTEBOOK for each in (learner, other))
        asked = [own, theirs, trial.home_of(other), *secrets]
        assert trial.on(learner, "bash", "-c", OPEN, "bash", *asked).stdout.split() == [str(own)]
        for place, status in ((f"user/{learner}", 200), (f"user/{other}", 403), ("services/course", 403)):
            assert pages[learner].request.get(f"{trial.address}/{place}/lab").status == status


def set_up_asks_the_machine_and_loses_nothing(trial):
    """Debian's packages, the service; run again, nothing of the class is lost."""
    asked = (trial.folder / "noted").read_text().splitlines()
    assert [line.split()[:2] for line in asked] == [
        *(["apt-get", "update"], ["apt-get", "install"]),
        *(["systemctl", word] for word in ("daemon-reload", "enable", "restart")),
    ]
    hidden, config = trial.home / ".relmark-hidden", trial.course / "nbgrader_config.py"
    config.write_text(config.read_text() + "# chosen for this term\n")
    before = hidden.read_text(), config.read_text()
    assert as_course(trial, "printenv", "RELMARK_HIDDEN") == before[0]
    assert trial.run(DEPLOY / "set-up", "class").returncode == 0
    assert (hidden.read_text(), config.read_text()) == before
    again = trial.add_learners(trial.folder / "roster.csv")
    assert (again.stdout, again.stderr) == ("", "0 accounts made, 2 there already.\n")


def ids_that_can_be_no_accounts_are_refused(trial):
    """Before any account of the list is made."""
    for student, says in (
        ("王小明", "cannot be an account: it begins with a letter"),
        ("root", "is on this machine and no learner's"),
    ):
        roster = trial.folder / "wrong.csv"
        roster.write_text(f"student_id\n{trial.name}.new\n{student}\n", encoding="utf-8")
        refused = trial.add_learners(roster)
        assert refused.returncode == 1
        assert says in refused.stderr
        assert refused.stderr.count("\n") == 1
        assert trial.run("id", f"{trial.name}.new").returncode != 0
