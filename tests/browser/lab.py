"""A real JupyterLab on a folder of its own, and the few things that tests and benchmarks do in it."""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import nbformat
from axe_playwright_python.sync_playwright import Axe

REPOSITORY = Path(__file__).parents[2]
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
START = [sys.executable, "-m", "relmark_helpers.cli", "lab"]  # what starts the lab
CHROMIUM_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium():
    """The browser's path, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def lab(folder, home, theme="JupyterLab Light"):
    """The course's JupyterLab on ``folder``, as a learner starts it; gives its address with token.

    The folder gets the course's chapters and exercises. Nothing of the user's own settings is used.
    """
    for part in ("chapters", "exercises"):
        shutil.copytree(REPOSITORY / part, folder / part)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))
    environment = os.environ | {
        "HOME": str(home),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "PYTHONPATH": os.pathsep.join([str(REPOSITORY), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
    }
    environment.pop("RELMARK_STATIC", None)
    command = [
        *START,
        "--no-browser",
        f"--port={port}",
        "--",
        "--ip=127.0.0.1",
        f"--IdentityProvider.token={token}",
        "--LabApp.expose_app_in_browser=True",
    ]
    with open(home / "lab.log", "wb") as log:
        process = subprocess.Popen(
            command, env=environment, cwd=folder, stdout=log, stderr=log, start_new_session=True
        )
    try:
        _wait_until_up(process, port, token, home / "lab.log")
        yield f"http://127.0.0.1:{port}", token
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _wait_until_up(process, port, token, log):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/status?token={token}", timeout=5).read()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")


def write_notebook(path, *cells):
    """A notebook of code cells."""
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
    )
    nbformat.write(notebook, path)


def open_notebook(page, address, name):
    """Open a notebook with a fresh kernel that is ready."""
    base, token = address
    page.goto(f"{base}/lab/workspaces/{secrets.token_hex(4)}/tree/{name}?token={token}")
    wait_for_kernel(page)


def wait_for_kernel(page):
    """Until the notebook in front has a kernel that is ready."""
    # The page shows an idle kernel before there is one; what is run then is skipped, or asks for a kernel.
    page.wait_for_function(
        """() => {
          const context = window.jupyterapp?.shell?.currentWidget?.sessionContext;
          return context?.isReady && context.session?.kernel?.status === "idle";
        }""",
        timeout=240_000,
    )


def run_all(page):
    """Run every cell, and again if JupyterLab skipped one (it sometimes does after opening)."""
    for _ in range(3):
        # Its promise is not waited for: when a cell is skipped it may never be kept.
        page.evaluate("void window.jupyterapp.commands.execute('notebook:run-all-cells')")
        _prompts(page, 15, until=any)  # it has begun
        texts = _prompts(page, 180, until=lambda texts: "*" not in texts)
        if all(text.isdigit() for text in texts):
            return
    raise AssertionError(f"Run All skipped a cell three times: {texts}")


def write(page, number, source):
    """Type into a cell in place of what stands there, and run it."""
    editor = page.locator(f"{PANEL} .jp-Cell").nth(number).locator(".cm-content")
    editor.scroll_into_view_if_needed()
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(source)
    page.keyboard.press("Shift+Enter")


def violations(page):
    """What axe finds in cells, text and outputs: JupyterLab's own frame has findings of its own."""
    ours = {"include": [[f"{PANEL} .jp-Cell-outputArea"], [f"{PANEL} .jp-RenderedMarkdown"]]}
    # JupyterLab's body has no height and hides what overflows it, so that axe takes every text for hidden.
    page.add_style_tag(content="body { height: 100vh }")
    found = Axe().run(page, context=ours).response["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found]


def sticking_out(page, width):
    """What in cells is wider than its box when the window has this width, and does not scroll."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(800)
    wide = page.evaluate("""() => {
      const outputs = document.querySelectorAll(
        '.jp-NotebookPanel:not(.lm-mod-hidden) :is(.jp-OutputArea-output, .jp-OutputArea-output *)');
      return [...outputs].filter((each) =>  // a box of one pixel is only for the ear
        each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1
        && !/auto|scroll/.test(getComputedStyle(each).overflowX)).map((each) => each.outerHTML.slice(0, 120));
    }""")
    page.set_viewport_size(before)
    return wide


def _prompts(page, seconds, until):
    """What stands beside the code cells that are not empty, when it is so or the time is over."""
    script = """() => window.jupyterapp.shell.currentWidget.content.widgets
      .filter(({ model }) => model.type === 'code' && model.sharedModel.source.trim())
      .map(({ model }) => (model.executionState === 'running' ? '*' : `${model.executionCount ?? ''}`))"""
    deadline = time.monotonic() + seconds
    while not until(texts := page.evaluate(script)) and time.monotonic() < deadline:
        page.wait_for_timeout(150)
    return texts
