"""The rules of the house that no tool checks: floors complete, modules small, nothing local, doctests."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from sample_course import CHECKOUT

LIBRARY = CHECKOUT / "relmark_helpers"
MODULES = sorted(LIBRARY.rglob("*.py"))
LINES = 300
NO_DOCTEST = {
    "relmark_helpers/cli/author.py",
    "relmark_helpers/cli/company.py",
    "relmark_helpers/cli/instructor.py",
    "relmark_helpers/cli/learner.py",
    # these change the process that calls them for good; the tests of grading show them in processes of their own
    "relmark_helpers/classroom/grade/kernel/child.py",
    "relmark_helpers/classroom/grade/kernel/closed.py",
    "relmark_helpers/classroom/grade/kernel/fresh.py",
    "relmark_helpers/classroom/grade/kernel/shell.py",
    "relmark_helpers/classroom/grade/kernel/warm.py",
    "relmark_helpers/classroom/grade/sandbox/landlock.py",
    "relmark_helpers/classroom/grade/sandbox/limits.py",
    "relmark_helpers/classroom/grade/sandbox/system_calls.py",
    "relmark_helpers/classroom/grade/sandbox/walls.py",
}


def name_of(path):
    return path.relative_to(CHECKOUT).as_posix()


def tracked():
    """What git keeps, and what it would keep if it were added now."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [CHECKOUT / name for name in done.stdout.splitlines() if (CHECKOUT / name).is_file()]


def contracts():
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def test_every_room_is_on_a_floor():
    floors = {
        room.strip().removeprefix("relmark_helpers.")
        for layer in contracts()[0]["layers"]
        for room in layer.split("|")
    }
    rooms = {
        path.stem for path in LIBRARY.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert rooms - {"__init__"} == floors


def test_every_topic_is_a_package_that_the_floors_cover():
    folders = [
        path for path in (LIBRARY / "topics").iterdir() if path.is_dir() and path.name != "__pycache__"
    ]
    assert folders
    assert [path.name for path in folders if not (path / "__init__.py").is_file()] == []
    assert contracts()[1]["containers"] == ["relmark_helpers.topics.*"]
    known = {"__init__", "model", "chart", "explorer", "assignment", "selfcheck"}
    rooms = {
        f"{topic.name}.{path.stem}"
        for topic in folders
        for path in topic.iterdir()
        if path.stem != "__pycache__"
    }
    assert {room for room in rooms if room.split(".")[1] not in known} == set()


def test_topics_take_only_models_of_each_other():
    wrong = []
    for path in (LIBRARY / "topics").rglob("*.py"):
        own = path.relative_to(LIBRARY / "topics").parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            for module in modules:
                found = re.match(r"relmark_helpers\.topics\.(\w+)(?:\.(\w+))?", module)
                if found and found[1] != own and found[2] != "model":
                    wrong.append(f"{name_of(path)} takes {module}")
    assert wrong == []


def test_modules_are_small():
    sizes = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: size for name, size in sizes.items() if size > LINES} == {}


def test_files_of_tests_have_names_of_their_own():
    """Two of one name, in whatever folders, stop pytest while it collects."""
    names = [path.name for path in (CHECKOUT / "tests").rglob("test_*.py")]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_no_empty_folders():
    parents = {folder for path in tracked() for folder in path.parents}
    ignored = ("__pycache__", ".ipynb_checkpoints", ".hypothesis")
    for top in ("relmark_helpers", "tests", "chapters", "solutions", "exercises", "datasets", "docs"):
        folders = [path for path in (CHECKOUT / top).rglob("*") if path.is_dir()]
        assert [
            name_of(path) for path in folders if path not in parents and not set(ignored) & set(path.parts)
        ] == []


def public(path):
    """Public functions and classes of a module, and public methods of its public classes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, node, True
            for member in node.body if isinstance(node, ast.ClassDef) else []:
                if isinstance(member, ast.FunctionDef) and not member.name.startswith("_"):
                    yield f"{node.name}.{member.name}", member, False  # its class's doctest may show it


def test_everything_public_is_documented_with_a_doctest():
    missing = []
    for path in MODULES:
        if any(part.startswith("_") for part in path.relative_to(LIBRARY).parts[:-1]):
            continue
        for name, node, needs_example in public(path):
            text = ast.get_docstring(node) or ""
            # explorers are decorated and have no call to show; an assignment's answers are nobody's interface
            shown = isinstance(node, ast.FunctionDef) and not node.decorator_list
            wants = (
                needs_example and shown and name_of(path) not in NO_DOCTEST and "assignment" not in path.parts
            )
            if not text or (wants and ">>>" not in text):
                missing.append(f"{name_of(path)}: {name}")
    assert missing == []


LOCAL = re.compile(
    rb"/(?:home|root|Users)/[a-z]|/work/[a-z]|(?:pypi|npmjs|rubygems|crates)\.[a-z]+/(?:simple|packages)"
    rb"|--(?:extra-)?index-url|files\.pythonhosted\.org|registry\.[a-z]+\.[a-z]+"
)


def test_nothing_local_is_tracked():
    found = []
    for path in tracked():
        if path != Path(__file__):
            found += [f"{name_of(path)}: {hit.decode()}" for hit in LOCAL.findall(path.read_bytes())]
    assert found == []


def test_ci_and_make_say_the_same():
    assert "make test" in (CHECKOUT / ".ci" / "run").read_text()
    makefile = (CHECKOUT / "Makefile").read_text()
    for command in (
        "ruff check .",
        "ruff format --check .",
        "lint-imports",
        "mypy",
        "pytest",
        "relmark verify",
    ):
        assert f"$(BIN)/{command}" in makefile
    assert (CHECKOUT / ".ci" / "run").stat().st_mode & 0o111


def test_make_refuses_an_old_python(tmp_path):
    old = tmp_path / "python-old"
    old.write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.9.2" || exit 1\n')
    old.chmod(0o755)
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_bytes((CHECKOUT / name).read_bytes())
    done = subprocess.run(["make", "install", f"PYTHON={old}"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert "is Python 3.9.2" in done.stderr
    assert not (tmp_path / ".venv").exists()
