"""A cluster of workers grades a class like one computer does, also when a worker is killed on the way."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest
from classes import NAME, contents, gradebook, make_class, release_sample
from sample_course import CHECKOUT

from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.errors import CourseError

pytestmark = pytest.mark.slow

SIZE, WORKERS = 24, 3


def start(*words, folder):
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "10"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.fixture
def cluster(tmp_path):
    """A scheduler on loopback and workers, each a process."""
    told = tmp_path / "scheduler.json"
    processes = [
        start(
            "dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            str(told),
            folder=tmp_path,
        )
    ]
    deadline = time.monotonic() + 60
    while not told.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    for number in range(WORKERS):
        folder = tmp_path / f"worker-{number}"
        folder.mkdir()
        processes.append(
            start(
                "dask_worker",
                "--scheduler-file",
                str(told),
                "--nthreads",
                "1",
                "--no-dashboard",
                "--no-nanny",
                "--host",
                "127.0.0.1",
                folder=folder,
            )
        )
    import json

    yield json.loads(told.read_text())["address"], processes[1:]
    for process in processes:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="workers are killed by a signal")
@pytest.mark.parametrize("when", ["in the middle", "before it has told what it found"])
def test_a_worker_killed_changes_nothing(course, cluster, monkeypatch, when):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    address, workers = cluster
    release_sample(course)
    make_class(course, SIZE)
    alone = shutil.copytree(course, course.parent / "alone")
    grade(alone, NAME, Wishes(trusted=True))
    killed = threading.Event()
    from distributed import Client

    def untold(dask_scheduler):
        return any(task.state == "processing" for task in dask_scheduler.tasks.values())

    def show(done, whole):
        if done == 5 and not killed.is_set():
            with Client(address, set_as_default=False) as client:
                while when.startswith("before") and client.run_on_scheduler(untold):
                    time.sleep(0.1)
                os.killpg(workers[0].pid, signal.SIGKILL)
                killed.set()
                while len(client.scheduler_info()["workers"]) == WORKERS:
                    time.sleep(0.01)

    summary = grade(course, NAME, Wishes(trusted=True, scheduler=address), show)
    assert killed.is_set()
    assert workers[0].wait(10) == -signal.SIGKILL
    assert [(row.state, row.refused) for row in summary.rows] == [("graded", "")] * SIZE
    assert gradebook(course) == gradebook(alone)
    assert contents(course / "autograded") == contents(alone / "autograded")


def test_no_scheduler_is_said(course):
    release_sample(course)
    make_class(course, 1)
    with pytest.raises(CourseError, match=r"There is no scheduler at tcp://127\.0\.0\.1:1"):
        grade(course, NAME, Wishes(trusted=True, scheduler="tcp://127.0.0.1:1"))
