"""Whether this computer can run the course, and how to mend what cannot."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from relmark_helpers import course

FREE_BYTES = 500_000_000
FRONT_ENDS = ("anywidget", "@jupyter-widgets/jupyterlab-manager")
INSTALL_AGAIN = "install the course again with `pip install .` (or `make course` in a checkout)."


@dataclass(frozen=True)
class Result:
    """What one examination found.

    Parameters
    ----------
    name : str
        What was examined.
    ok : bool
        Whether the course can run so.
    says : str
        What was found.
    mend : str
        How to mend it; empty if all is well.

    Examples
    --------
    >>> Result("Python", True, "3.11.7").mend
    ''
    """

    name: str
    ok: bool
    says: str
    mend: str = ""


def examine() -> list[Result]:
    """Make every examination; one that breaks is a failed one.

    Returns
    -------
    list of Result

    Examples
    --------
    >>> [result.name for result in examine()]
    ['Python', 'Packages', 'Kernel', 'Widgets', 'Data', 'Disk', 'Course folder']
    """
    return [
        _tried("Python", python),
        _tried("Packages", packages),
        _tried("Kernel", kernel),
        _tried("Widgets", widgets),
        _tried("Data", data),
        _tried("Disk", disk),
        _tried("Course folder", folder),
    ]


def _tried(name: str, examination: Callable[[], tuple[bool, str, str]]) -> Result:
    try:
        ok, says, mend = examination()
    except Exception as error:  # whatever breaks, the other examinations go on
        ok, says, mend = False, f"{type(error).__name__}: {error}", INSTALL_AGAIN
    return Result(name, ok, says, "" if ok else mend)


def python(version: str = "") -> tuple[bool, str, str]:
    """Compare Python with what the course needs.

    Parameters
    ----------
    version : str
        The version; this Python's by default.

    Returns
    -------
    ok : bool
    says, mend : str

    Examples
    --------
    >>> python("3.9.2")
    (False, '3.9.2; the course needs >=3.11', 'install Python 3.11 or newer and install the course with it.')
    """
    from packaging.specifiers import SpecifierSet

    version = version or platform.python_version()
    bound = needs()[0]
    ok = SpecifierSet(bound).contains(version, prereleases=True)
    says = version if ok else f"{version}; the course needs {bound}"
    oldest = bound.lstrip(">=")
    return ok, says, f"install Python {oldest} or newer and install the course with it."


def packages() -> tuple[bool, str, str]:
    """Compare the installed packages with the bounds that the course states.

    Returns
    -------
    ok : bool
    says, mend : str

    Examples
    --------
    >>> packages()[0]
    True
    """
    from packaging.requirements import Requirement

    wrong = []
    needed = [Requirement(line) for line in needs()[1]]
    for requirement in needed:
        try:
            version = importlib.metadata.version(requirement.name)
        except importlib.metadata.PackageNotFoundError:
            wrong.append(f"{requirement.name} is missing")
            continue
        if not requirement.specifier.contains(version, prereleases=True):
            wrong.append(f"{requirement.name} is {version} and must be {requirement.specifier}")
    if wrong:
        return False, "; ".join(wrong), INSTALL_AGAIN
    return True, f"{len(needed)} packages within their bounds", ""


def needs() -> tuple[str, list[str]]:
    """Give what the project itself says it needs.

    Returns
    -------
    python : str
        The bound on Python.
    packages : list of str
        The requirements without extras, from the installed metadata, or from the checkout's pyproject.

    Examples
    --------
    >>> needs()[0]
    '>=3.11'
    """
    try:
        found = importlib.metadata.metadata("relmark")
        lines = [line for line in found.get_all("Requires-Dist") or [] if "extra ==" not in line]
        return found["Requires-Python"], lines
    except importlib.metadata.PackageNotFoundError:
        project = tomllib.loads((course.CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        return project["requires-python"], project["dependencies"]


def kernel() -> tuple[bool, str, str]:
    """Start a kernel and have it compute 1 + 1.

    Returns
    -------
    ok : bool
    says, mend : str

    Examples
    --------
    >>> kernel()
    (True, 'computes 1 + 1 = 2', '')
    """
    import nbformat

    from relmark_helpers.authoring.execute import run_notebook

    mend = (
        f"install the kernel for this Python: `{sys.executable} -m pip install --force-reinstall ipykernel`."
    )
    with tempfile.TemporaryDirectory() as empty:
        trial = Path(empty) / "trial.ipynb"
        cell = nbformat.v4.new_code_cell("1 + 1", id="sum")
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), trial)
        outputs = run_notebook(trial, Path(empty), guarded=False).outputs
    answers = [output.get("data", {}).get("text/plain") for _, output in outputs]
    return (True, "computes 1 + 1 = 2", "") if answers == ["2"] else (False, f"computes {answers}", mend)


def widgets() -> tuple[bool, str, str]:
    """Look for the parts of the widgets that run in the browser.

    Returns
    -------
    ok : bool
    says, mend : str

    Examples
    --------
    >>> widgets()[0]
    True
    """
    from jupyter_core.paths import jupyter_path

    missing = [
        name
        for name in FRONT_ENDS
        if not any(
            (Path(folder) / name / "package.json").is_file() for folder in jupyter_path("labextensions")
        )
    ]
    if missing:
        mend = (
            f"`{sys.executable} -m pip install --force-reinstall anywidget jupyterlab_widgets`, then reload."
        )
        return False, f"JupyterLab does not find {', '.join(missing)}", mend
    return True, "their front ends are in JupyterLab", ""


def data() -> tuple[bool, str, str]:
    """Load a table of the company.

    Returns
    -------
    ok : bool
    says, mend : str

    Examples
    --------
    >>> data()[0]
    True
    """
    from relmark_helpers.company.store import load

    return True, f"{len(load('customers')):,} customers of Meridian Home", ""


def disk(free: int | None = None) -> tuple[bool, str, str]:
    """Compare the free space with what a term of work takes.

    Parameters
    ----------
    free : int or None
        Free bytes; what the disk of the working folder has by default.

    Returns
    -------
    ok : bool
    says, mend : str

    Examples
    --------
    >>> disk(100_000_000)
    (False, '0.1 GB free', 'free at least 0.5 GB on the disk of this folder.')
    """
    free = shutil.disk_usage(".").free if free is None else free
    mend = f"free at least {FREE_BYTES / 1e9:.1f} GB on the disk of this folder."
    return free >= FREE_BYTES, f"{free / 1e9:.1f} GB free", "" if free >= FREE_BYTES else mend


def folder() -> tuple[bool, str, str]:
    """Try whether the course folder can be written to.

    Returns
    -------
    ok : bool
    says, mend : str

    Examples
    --------
    >>> folder()[0]
    True
    """
    found = course.course_folder()
    if found is None:
        return True, "none here; `relmark init DIR` makes one", ""
    try:
        with tempfile.TemporaryFile(dir=found):
            return True, f"{found} can be written to", ""
    except OSError as error:
        mend = "make it writable, or lay out a copy elsewhere with `relmark init DIR`."
        return False, f"{found} cannot be written to ({error.strerror})", mend
