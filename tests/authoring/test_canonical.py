"""The canonical form: what it fixes, what it keeps, and that doing it twice changes nothing."""

import json

import nbformat
import pytest
from sample_course import chapter_cells, code, text, write_notebook

from relmark_helpers.authoring.canonical import canonical
from relmark_helpers.errors import CourseError


def messy(folder, cells, minor=5):
    """Write a notebook as JupyterLab would leave it after a run."""
    path = folder / "chapters" / "04_satisfaction.ipynb"
    path.parent.mkdir(exist_ok=True)
    metadata = {"kernelspec": {"name": "my-env", "display_name": "Mine"}, "language_info": {"name": "python"}}
    notebook = {"nbformat_minor": minor, "nbformat": 4, "metadata": metadata, "cells": cells}
    path.write_bytes(json.dumps(notebook).encode())
    return path


def tidied(folder, *cells, minor=5):
    return json.loads(canonical(messy(folder, list(cells), minor)))


def test_sample_is_canonical_already(tmp_path):
    path = write_notebook(tmp_path / "chapters" / "04_satisfaction.ipynb", chapter_cells())
    assert canonical(path).encode() == path.read_bytes()


def test_twice_changes_nothing_and_nbformat_agrees(tmp_path):
    cells = [text("deadbeef", "# 4 Satisfaction\r\n\r\n顾客满意\r\n\r\n"), code("0a1b2c3d", "x=1;\nx ;\n\n")]
    path = messy(tmp_path, cells)
    once = canonical(path)
    path.write_text(once, encoding="utf-8")
    assert canonical(path) == once
    notebook = nbformat.reads(once, as_version=4)
    nbformat.validate(notebook)
    assert nbformat.writes(notebook) + "\n" == once


def test_run_leaves_no_trace(tmp_path):
    ran = code("ch04-a", "1 + 1") | {
        "execution_count": 7,
        "outputs": [{"output_type": "execute_result", "data": {"text/plain": "2"}, "metadata": {}}],
        "metadata": {
            "trusted": True,
            "execution": {"iopub.status.busy": "…"},
            "tags": ["hide"],
            "relmark": {"teaches": []},
        },
    }
    notebook = tidied(tmp_path, ran)
    assert notebook["cells"][0] == code("ch04-a", ["1 + 1"]) | {
        "metadata": {"tags": ["hide"], "relmark": {"teaches": []}}
    }
    assert notebook["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
    }


def test_random_missing_and_double_ids_get_readable_ones(tmp_path):
    cells = [
        text("ch04-title", "# 4 Satisfaction · 顾客满意"),
        code("3f2a9c11", "x = 1"),
        text("ch04-title", "## 4.1 Seven factors · 七因素"),
        code("1b4e28ba-2fa1-11d2-883f-0016d3cca427", "x = 2"),
        {key: value for key, value in code("", "x = 3").items() if key != "id"},
    ]
    ids = [cell["id"] for cell in tidied(tmp_path, *cells, minor=4)["cells"]]
    assert ids == [
        "ch04-title",
        "ch04-satisfaction-1",
        "ch04-seven-factors-1",
        "ch04-seven-factors-2",
        "ch04-seven-factors-3",
    ]


def test_graded_cell_takes_nbgraders_name(tmp_path):
    cell = code("3f2a9c11", "x = None", {"grade_id": "04-scores", "solution": True})
    assert tidied(tmp_path, cell)["cells"][0]["id"] == "04-scores"


def test_code_is_formatted_and_magics_survive(tmp_path):
    cell = code("ch04-a", "%matplotlib inline\nf( 'a',b = 1 )")
    assert "".join(tidied(tmp_path, cell)["cells"][0]["source"]) == '%matplotlib inline\nf("a", b=1)'


def test_heading_inside_fenced_code_names_nothing(tmp_path):
    cells = [text("ch04-a", "## Paths\n\n```\n# not a heading\n```"), code("3f2a9c11", "x = 1")]
    assert tidied(tmp_path, *cells)["cells"][1]["id"] == "ch04-paths-1"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "is not a notebook"),
        ("顾客".encode("gb18030"), "is not a notebook"),
        (b'{"nbformat": 3, "worksheets": []}', "open it in JupyterLab and save it"),
        (b"", "is not a notebook"),
    ],
)
def test_what_is_no_notebook_is_said(tmp_path, content, sentence):
    path = tmp_path / "04_x.ipynb"
    path.write_bytes(content)
    with pytest.raises(CourseError, match=sentence):
        canonical(path)


def test_invalid_python_names_the_cell(tmp_path):
    with pytest.raises(CourseError, match="cell ch04-broken, line 2"):
        canonical(messy(tmp_path, [code("ch04-fine", "x = 1"), code("ch04-broken", "y = 1\ndef f(:")]))
