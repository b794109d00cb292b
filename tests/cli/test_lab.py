"""JupyterLab as `relmark lab` starts it: in the course folder, at the chapter, set up to stay offline."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from sample_course import CHECKOUT, NAME

pytestmark = pytest.mark.slow

TOKEN = "0123456789abcdef"


@contextmanager
def running(course, home):
    """The lab on a free port; yields a function that fetches a page of it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "PYTHONPATH": str(CHECKOUT),
    }
    words = ["lab", "--chapter", "04", "--no-browser", "--port", str(port), "--", "--ip=127.0.0.1"]
    words += [f"--IdentityProvider.token={TOKEN}"]
    with open(home / "lab.log", "wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "relmark_helpers.cli", *words],
            cwd=course / "chapters",
            env=environment,
            stdout=log,
            stderr=log,
        )
    address = f"http://127.0.0.1:{port}"

    def fetch(path):
        request = urllib.request.Request(f"{address}{path}", headers={"Authorization": f"token {TOKEN}"})
        with urllib.request.urlopen(request, timeout=90) as answer:
            return answer.read().decode()

    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and process.poll() is None:
            try:
                fetch("/api/status")
                break
            except urllib.error.URLError:
                time.sleep(0.2)
        else:
            pytest.fail((home / "lab.log").read_text()[-2000:])
        yield address, fetch
    finally:
        process.terminate()
        process.wait(20)


def test_opened_at_the_chapter_with_nothing_from_outside(course, tmp_path):
    with running(course, tmp_path) as (_, fetch):
        found = re.search(
            r'id="jupyter-config-data" type="application/json">(.*?)</script>', fetch("/lab"), re.DOTALL
        )
        page = json.loads(found[1])
        log = (tmp_path / "lab.log").read_text()
        assignments = {each["name"] for each in json.loads(fetch("/formgrader/api/assignments"))}
    assert page["news"] == {"disabled": True}
    assert page["extensionManager"]["can_install"] is False
    assert page["serverRoot"].endswith("course"), "started in chapters/, served from the course folder"
    assert f"/lab/tree/chapters/{NAME}.ipynb" in log
    assert assignments == {NAME}, "formgrader works on the course folder"
