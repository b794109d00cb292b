"""The course as a site on which it runs without installation: `make lite` builds it into build/lite.

Python in the browser is Pyodide. Its distribution is given as a folder in PYODIDE_DIST; what the course needs of
it is put on the site, with the course's own wheel and those of a few libraries in Python alone that it lacks.
"""

import email
import hashlib
import html
import importlib.metadata
import json
import os
import shutil
import string
import subprocess
import sys
import zipfile
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from relmark_helpers.course import CHAPTERS
from relmark_helpers.errors import CourseError
from relmark_helpers.files import scratch

HERE = Path(__file__).parent
COURSE = HERE.parents[1]
EXTENSIONS = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
WIDGETS = ("@jupyter-widgets/jupyterlab-manager", "anywidget")
KERNEL = "@jupyterlite/pyodide-kernel-extension"

SERIES = "0.27."  # the Pyodide that jupyterlite-pyodide-kernel 0.6 runs on
WHERE = (
    "download pyodide-0.27.7.tar.bz2 from Pyodide's releases (https://github.com/pyodide/pyodide/releases), "
    "unpack it, and say PYODIDE_DIST=…/pyodide make lite"
)
RUNTIME = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
OF_THE_KERNEL = ("micropip", "packaging", "ssl", "sqlite3", "ipython", "jedi", "comm")
NEEDED = ("numpy", "pandas", "scipy", "matplotlib")  # without these no chapter runs
WANTED = ("statsmodels", "scikit-learn", "duckdb")  # without these some cells say that they can't
# Libraries in Python alone: packed as they are installed here, unless the distribution has them.
PURE = (
    "seaborn",
    "semopy",
    "sympy",  # semopy needs it
    "mpmath",  # sympy needs it
    "numdifftools",  # semopy needs it
    "ipywidgets",
    "anywidget",
    "psygnal",  # anywidget needs it
    "typing-extensions",  # anywidget needs it
    "comm",
    "lazy-loader",
)
IN_THE_BROWSER = {
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "python_version": "3.12",
    "extra": "",
}
COMPILED = (".so", ".pyd", ".dylib")


def main(place=COURSE / "build" / "lite"):
    """Build the site, and say where it is and what is missing on it."""
    given = os.environ.get("PYODIDE_DIST", "")
    lock = read_lock(Path(given).expanduser()) if given else None
    place.parent.mkdir(parents=True, exist_ok=True)
    with scratch(place.parent, ".lite-") as work:
        lay_out(work / "source")
        if lock:
            add_python(
                work / "source" / "static" / "pyodide", Path(given).expanduser(), lock, work / "wheels"
            )
        run_jupyterlite(work / "source", work / "site", [*WIDGETS, KERNEL] if lock else WIDGETS)
        (work / "site" / "index.html").write_text(start_page(lock), encoding="utf-8")
        shutil.rmtree(place, ignore_errors=True)
        (work / "site").rename(place)
    if lock is None:
        print(f"On this site notebooks can be read and edited, but no cell runs; for that, {WHERE}.")
    elif missing := absent(lock):
        print(f"The distribution lacks {', '.join(missing)}: the cells that need it say so.")
    print(f"{place} is ready; look at it with: python -m http.server --bind 127.0.0.1 --directory {place}")


def read_lock(folder):
    """What a Pyodide distribution holds; a wrong folder is a sentence."""
    if folder.is_file():
        raise CourseError(
            f"PYODIDE_DIST names the file {folder}; unpack it and name the folder pyodide in it."
        )
    if not (folder / LOCK).is_file():
        raise CourseError(f"There is no Pyodide in PYODIDE_DIST={folder} ({LOCK} is missing); {WHERE}.")
    lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    version = lock["info"]["version"]
    if not version.startswith(SERIES):
        raise CourseError(f"{folder} holds Pyodide {version}, but the course runs on {SERIES}*; {WHERE}.")
    packages = lock["packages"]
    files = [
        *RUNTIME,
        *(packages[name]["file_name"] for name in (*NEEDED, *OF_THE_KERNEL) if name in packages),
    ]
    missing = [name for name in NEEDED if name not in packages]
    missing += [name for name in files if not (folder / name).is_file()]
    if missing:
        raise CourseError(
            f"The distribution in {folder} is not a whole one ({', '.join(missing)} missing); {WHERE}."
        )
    return lock


def absent(lock):
    """The libraries that the course would like to have and the distribution lacks."""
    return [name for name in WANTED if name not in lock["packages"]]


def lay_out(source):
    """What a learner finds on the site, and JupyterLite's settings. No solution is among it."""
    shutil.copytree(HERE, source, ignore=shutil.ignore_patterns("*.py", "*.html", "__pycache__"))
    for chapter in CHAPTERS:
        for name in (f"chapters/{chapter.name}.ipynb", f"exercises/{chapter.name}/{chapter.name}.ipynb"):
            place = source / "files" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(COURSE / name, place)


def add_python(place, distribution, lock, wheels):
    """Put the runtime there, the packages of the course with all that they need, and a lock file of just these."""
    packages = {canonicalize_name(name): entry for name, entry in lock["packages"].items()}
    for wheel in made_wheels(wheels, [name for name in PURE if name not in packages]):
        packages.update(described(wheel))
    kept, waiting = {}, ["relmark", *OF_THE_KERNEL]
    while waiting:
        name = waiting.pop()
        if name in packages and name not in kept:
            needs = [canonicalize_name(each) for each in packages[name]["depends"]]
            kept[name] = packages[name] | {"depends": [each for each in needs if each in packages]}
            waiting += kept[name]["depends"]
    place.mkdir(parents=True)
    for file in [*RUNTIME, *(each["file_name"] for each in kept.values())]:
        shutil.copyfile((wheels if (wheels / file).is_file() else distribution) / file, place / file)
    (place / LOCK).write_text(json.dumps(lock | {"packages": dict(sorted(kept.items()))}), encoding="utf-8")


def made_wheels(folder, names):
    """The course's own wheel, and those of libraries in Python alone as they are installed here; asks no network."""
    folder.mkdir(parents=True)
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    done = subprocess.run(words, cwd=COURSE, capture_output=True, text=True)
    if done.returncode:
        raise CourseError(f"The course's own wheel could not be built:\n{done.stderr.strip()}")
    for name in names:
        packed(name, folder)
    return sorted(folder.glob("*.whl"))


def packed(name, folder, instead_of_compiled=None):
    """An installed library as a wheel, without its tests and its compiled parts; those may have a stand-in."""
    library = importlib.metadata.distribution(name)
    wheel = folder / f"{canonicalize_name(name).replace('-', '_')}-{library.version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as made:
        for file in library.files:
            if file.suffix == ".pyc" or {"..", "tests"} & set(file.parts):
                continue
            if file.suffix not in COMPILED:
                made.write(file.locate(), file.as_posix())
            elif instead_of_compiled:
                made.writestr(str(file.with_name(file.name.split(".")[0] + ".py")), instead_of_compiled)
    return wheel


def described(wheel):
    """A wheel's entry in Pyodide's lock file, read from the wheel."""
    with zipfile.ZipFile(wheel) as opened:
        tops = {name.split("/")[0] for name in opened.namelist() if name.endswith(".py")}
        metadata = next(name for name in opened.namelist() if name.endswith(".dist-info/METADATA"))
        said = email.message_from_bytes(opened.read(metadata))
    needs = [Requirement(line) for line in said.get_all("Requires-Dist") or []]
    name = canonicalize_name(said["Name"])
    return {
        name: {
            "name": name,
            "version": said["Version"],
            "file_name": wheel.name,
            "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
            "imports": sorted(top.removesuffix(".py") for top in tops),
            "depends": [
                canonicalize_name(each.name)
                for each in needs
                if each.marker is None or each.marker.evaluate(IN_THE_BROWSER)
            ],
            "install_dir": "site",
            "package_type": "package",
            "unvendored_tests": False,
        }
    }


def run_jupyterlite(source, site, extensions):
    """JupyterLab as files, with the extensions that the course needs and no other."""
    words = [
        Path(sys.executable).with_name("jupyter-lite"),
        "build",
        "--lite-dir",
        source,
        "--output-dir",
        site,
    ]
    words += [f"--LiteBuildConfig.federated_extensions={EXTENSIONS / name}" for name in extensions]
    done = subprocess.run(words, cwd=source, capture_output=True, text=True)
    if done.returncode:
        raise CourseError(f"jupyter lite build failed:\n{(done.stdout + done.stderr)[-3000:]}")


def start_page(lock):
    """The page at the door: every chapter, what runs here, and where a learner's work is kept."""
    rows = "\n".join(
        f'<li><span class="number">{each.number}</span> '
        f'<span><a class="chapter" href="lab/index.html?path=chapters/{each.name}.ipynb">{each.title_en}</a> '
        f'<span lang="zh">{each.title_zh}</span></span> '
        f'<a class="assignment" aria-label="Assignment {each.number}" '
        f'href="lab/index.html?path=exercises/{each.name}/{each.name}.ipynb">Assignment</a></li>'
        for each in CHAPTERS
    )
    if lock is None:
        runs = "This copy was built without Python: notebooks can be read and edited, but no cell runs."
    elif missing := absent(lock):
        runs = f"Not on this site: {', '.join(missing)}. A cell that needs it says so in one sentence, and where it runs."
    else:
        runs = "All libraries of the course are on this site."
    page = string.Template((HERE / "start.html").read_text(encoding="utf-8"))
    return page.substitute(chapters=rows, runs=html.escape(runs))


if __name__ == "__main__":
    try:
        main(*map(Path, sys.argv[1:]))
    except CourseError as error:
        sys.exit(str(error))
