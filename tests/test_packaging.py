"""What is installed, what the wheel carries, and that every list of dependencies says the same."""

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sample_course import CHECKOUT

CONDA_NAMES = {"duckdb": "python-duckdb"}
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
UNPINNED = {"pip", "setuptools", PROJECT["name"]}  # the first two come with Python
EXTRAS = ("test", "site", "lite", "hub")
STATED = [Requirement(line) for key in EXTRAS for line in PROJECT["optional-dependencies"][key]]
STATED += [Requirement(line) for line in PROJECT["dependencies"]]


def pins():
    lines = (CHECKOUT / "constraints.txt").read_text().splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


def closure():
    """Every distribution that the project's requirements lead to, by following installed metadata."""
    waiting, seen = list(STATED), set()
    while waiting:
        requirement = waiting.pop()
        key = (canonicalize_name(requirement.name), *sorted(requirement.extras))
        if key in seen:
            continue
        seen.add(key)
        for line in importlib.metadata.requires(requirement.name) or []:
            needed = Requirement(line)
            extras = ["", *requirement.extras]
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(needed)
    return {name for name, *_ in seen} - UNPINNED


def test_pip_left_the_pinned_versions():
    installed = {name: importlib.metadata.version(name) for name in pins()}
    assert installed == pins()


def test_pins_are_the_closure_and_nothing_else():
    if sys.version_info[:2] != (3, 11):
        pytest.skip("the closure is pinned as Python 3.11 needs it")
    assert set(pins()) == closure()


def test_pins_are_within_the_stated_bounds():
    stated = [each for each in STATED if each.name not in UNPINNED]
    assert [str(each) for each in stated if pins()[canonicalize_name(each.name)] not in each.specifier] == []


def test_conda_environment_says_the_same():
    lines = (CHECKOUT / "environment.yml").read_text(encoding="utf-8").splitlines()
    listed = [found[1] for line in lines if (found := re.match(r"\s+- ([a-zA-Z_0-9-]+>=[\d.,<]+)$", line))]
    listed = [f"{each.name}{each.specifier}" for each in map(Requirement, listed)]
    stated = [Requirement(line) for line in PROJECT["dependencies"]]
    wanted = [f"{CONDA_NAMES.get(each.name, each.name)}{each.specifier}" for each in stated]
    assert sorted(listed) == sorted([*wanted, f"python{PROJECT['requires-python']}"])


def test_version_is_said_once():
    import relmark_helpers

    assert relmark_helpers.__version__ == PROJECT["version"]
    assert f"version: {PROJECT['version']}\n" in (CHECKOUT / "CITATION.cff").read_text(encoding="utf-8")


def test_content_licence_is_the_whole_legal_code():
    text = (CHECKOUT / "LICENSE-content").read_text(encoding="utf-8")
    assert text.startswith("Creative Commons Attribution 4.0 International")
    sections = [int(number) for number in re.findall(r"^Section (\d) –", text, re.MULTILINE)]
    assert sections == list(range(1, 9))


def test_import_takes_in_nothing_heavy():
    heavy = {"numpy", "pandas", "matplotlib", "ipywidgets", "IPython", "scipy", "duckdb", "typer"}
    trial = f"import sys, relmark_helpers; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", trial], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built without the network by the build backend that is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(CHECKOUT),
    ]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_wheel_carries_the_course_and_no_solution(wheel):
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
    course = [name.removeprefix("relmark_helpers/_course/") for name in names if "/_course/" in name]
    for folder in ("chapters", "exercises", "datasets"):
        there = {
            path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / folder).rglob("*") if path.is_file()
        }
        carried = {name for name in course if name.startswith(f"{folder}/")}
        assert carried == {name for name in there if ".ipynb_checkpoints" not in name}
    assert [name for name in names if not name.startswith(("relmark_helpers/", "relmark-"))] == []
    assert [name for name in names if "solutions/" in name] == []
    assert "relmark_helpers/cli/jupyter/labconfig/page_config.json" in names
    assert "relmark_helpers/__init__.pyi" in names


@pytest.mark.slow
def test_wheel_works_away_from_the_checkout(wheel, tmp_path):
    site = tmp_path / "site"
    words = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(site),
    ]
    subprocess.run([*words, str(wheel)], check=True, capture_output=True)
    environment = os.environ | {"PYTHONPATH": str(site)}

    def run(*words):
        done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    command = (sys.executable, str(site / "bin" / "relmark"))
    laid = json.loads(run(*command, "init", "mine", "--json"))
    published = [path for name in ("chapters", "exercises") for path in (CHECKOUT / name).rglob("*.ipynb")]
    assert {path.relative_to(CHECKOUT).as_posix() for path in published} <= set(laid["new"])
    trial = "import relmark_helpers as rm; print(rm.__file__, len(rm.load('branches')))"
    where, rows = run(sys.executable, "-c", trial).split()
    assert where.startswith(str(site))
    assert rows == "12"
