"""`make lite`: what is on the site, and what is said of a Pyodide that is none."""

import json

import pytest
from distribution import build
from sample_course import CHECKOUT

from relmark_helpers.course import CHAPTERS

pytestmark = pytest.mark.slow
LOCK = "pyodide-lock.json"


def files(site):
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}


def test_every_chapter_and_exercise_is_on_the_site_and_no_solution(built):
    found = files(built / "site")
    for chapter in CHAPTERS:
        for name in (f"chapters/{chapter.name}.ipynb", f"exercises/{chapter.name}/{chapter.name}.ipynb"):
            assert found[f"files/{name}"].read_bytes() == (CHECKOUT / name).read_bytes()
    assert [name for name in found if "solution" in name] == []
    text = [path.read_text() for name, path in found.items() if name.endswith(".ipynb")]
    assert [each for each in text if "BEGIN SOLUTION" in each or "BEGIN HIDDEN" in each] == []


def test_runtime_and_packages_are_served_from_the_site(built):
    place = built / "site" / "static" / "pyodide"
    packages = json.loads((place / LOCK).read_text())["packages"]
    assert {"relmark", "seaborn", "semopy", "statsmodels", "ipywidgets", "pandas"} <= set(packages)
    assert "pyarrow" not in packages  # the course does not need it
    assert [
        each["file_name"] for each in packages.values() if not (place / each["file_name"]).is_file()
    ] == []
    needed = {name for each in packages.values() for name in each["depends"]}
    assert needed <= set(packages)
    settings = json.loads((built / "site" / "jupyter-lite.json").read_text())["jupyter-config-data"]
    (kernel,) = settings["litePluginSettings"].values()
    assert kernel["pyodideUrl"].startswith("./")
    assert kernel["disablePyPIFallback"]


def test_what_the_distribution_lacks_is_said(built):
    assert "The distribution lacks duckdb" in (built / "said").read_text()
    assert "duckdb" in (built / "site" / "index.html").read_text()


def test_without_pyodide_the_site_is_built_for_reading_and_says_where_to_get_one(tmp_path):
    done = build(tmp_path / "site", "")
    assert done.returncode == 0, done.stderr
    assert "no cell runs; for that, download pyodide-0.27.7.tar.bz2" in done.stdout
    assert (tmp_path / "site" / "files" / "chapters" / "04_satisfaction.ipynb").is_file()
    assert "no cell runs" in (tmp_path / "site" / "index.html").read_text()
    assert not (tmp_path / "site" / "static" / "pyodide").exists()
    settings = json.loads((tmp_path / "site" / "jupyter-lite.json").read_text())["jupyter-config-data"]
    assert not any("pyodide" in each["name"] for each in settings["federated_extensions"])


def whole(folder, version="0.27.7", packages=()):
    named = {name: {"file_name": f"{name}.whl"} for name in packages}
    (folder / LOCK).write_text(json.dumps({"info": {"version": version}, "packages": named}))


def test_a_wrong_pyodide_gets_a_sentence_and_leaves_nothing(tmp_path):
    given, site = tmp_path / "pyodide", tmp_path / "site"
    given.mkdir()
    cases = {
        f"There is no Pyodide in PYODIDE_DIST={given}": lambda: None,
        "holds Pyodide 0.29.0, but the course runs on 0.27.*": lambda: whole(given, "0.29.0"),
        "not a whole one (numpy, pandas, scipy, matplotlib, pyodide.js": lambda: whole(given),
    }
    for sentence, make in cases.items():
        make()
        done = build(site, given)
        assert done.returncode == 1
        assert sentence in done.stderr
        assert "Traceback" not in done.stderr
    archive = tmp_path / "pyodide.tar.bz2"
    archive.touch()
    assert f"names the file {archive}; unpack it" in build(site, archive).stderr
    assert not site.exists()
