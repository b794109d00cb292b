"""What cells show is kept as nbgrader keeps it: a notebook of every kind of output goes through both."""

import shutil

import nbformat
import pytest
from classes import NAME, hand_in, release_sample

from relmark_helpers.classroom import nbgrader
from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.classroom.grade.kernel.outputs import Outputs, TooMuch

KINDS = {
    "value": "6 * 7",
    "none": "None",
    "quiet": "6 * 7;",
    "stdout": "print('one')\nprint('two')",
    "both": "import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('again')",
    "table": "import pandas as pd\npd.DataFrame({'a': [1, 2], '满意': ['x', None]})",
    "display": "from IPython.display import HTML, display\ndisplay(HTML('<b>b</b>'))\ndisplay({'k': 1})\n'last'",
    "markdown": "from IPython.display import Markdown\nMarkdown('*m*')",
    "update": "h = display('first', display_id='x')\nprint('between')\nh.update('second')",
    "clear": "from IPython.display import clear_output\nprint('gone')\nclear_output()\nprint('kept')",
    "clear_wait": "print('gone')\nclear_output(wait=True)\nprint('kept')",
    "picture": "import matplotlib.pyplot as plt\nplt.plot([1, 2], [3, 1])\nplt.title('t')\nplt.show()\nprint('after')",
    "figure": "fig, ax = plt.subplots(figsize=(2, 1))\nax.plot([1, 2])\nfig",
    "await": "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "magic": "%precision 3\n3.14159",
    "capture": "%%capture caught\nprint('caught')",
    "question": "len.__name__",
    "underscore": "_ + '!'",
    "count": "get_ipython().execution_count",
    "input": "try:\n    input('?')\nexcept Exception as error:\n    print(type(error).__name__)",
    "warning": "import warnings\nwarnings.warn('careful')",
    "frontend": "type(get_ipython()).__name__",
    "exit": "raise SystemExit",
    "after": "'still ' + 'here'",
}
ERRORS = {
    "error": "1 / 0",
    "syntax": "1 +",
    "name": "no_such_name",
    "chain": "try:\n    {}['a']\nexcept KeyError as error:\n    raise ValueError('outer') from error",
    "sentence": "from relmark_helpers.errors import CourseError\nraise CourseError('One sentence.')",
}


def joined(outputs):
    """Text of one stream in one piece: on a busy computer a kernel may send it in two."""
    pieces = []
    for output in outputs:
        if pieces and output.output_type == "stream" and output.get("name") == pieces[-1].get("name"):
            pieces[-1] = output | {"text": pieces[-1]["text"] + output["text"]}
        else:
            pieces.append(dict(output))
    return pieces


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The same notebook's outputs by cell, from nbgrader and from relmark."""
    from sample_course import build_course

    course = build_course(tmp_path_factory.mktemp("plain"))
    release_sample(course)
    path = hand_in(course, "ada")
    notebook = nbformat.read(path, 4)
    for name, source in {**KINDS, **ERRORS}.items():
        notebook.cells.append(nbformat.v4.new_code_cell(source, id=f"kind-{name}"))
    nbformat.write(notebook, path)
    ours = shutil.copytree(course, tmp_path_factory.mktemp("ours") / "course")
    nbgrader.run(course, "autograde", NAME)
    grade(ours, NAME, Wishes(trusted=True))
    return [
        {
            cell.id: cell
            for cell in nbformat.read(folder / "autograded" / "ada" / NAME / f"{NAME}.ipynb", 4).cells
        }
        for folder in (course, ours)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_outputs_are_those_of_nbgrader(both, name):
    plain, ours = (cells[f"kind-{name}"] for cells in both)
    if name in ("warning",):  # the place of the cell's file is in it
        plain, ours = (each.outputs[0].text.partition("UserWarning")[2] for each in (plain, ours))
    if name == "exit":  # IPython says that one should use its own way
        assert [each.output_type for each in ours.outputs] == [each.output_type for each in plain.outputs]
        return
    if isinstance(plain, str):
        assert ours == plain != ""
        return
    assert joined(ours.outputs) == joined(plain.outputs)
    assert ours.execution_count == plain.execution_count


@pytest.mark.slow
@pytest.mark.parametrize("name", ERRORS)
def test_errors_are_those_of_nbgrader(both, name):
    plain, ours = (cells[f"kind-{name}"].outputs for cells in both)
    assert ours == plain


@pytest.mark.slow
def test_cells_and_metadata_are_those_of_nbgrader(both):
    plain, ours = both
    assert list(ours) == list(plain)
    for name, cell in plain.items():
        cell.metadata.pop("execution", None)  # the clock's time
        assert ours[name].source == cell.source
        assert ours[name].metadata == cell.metadata


def test_what_is_no_output_is_refused():
    for forged in (
        {},
        {"output_type": "stream"},
        {"output_type": "stream", "name": "stdout", "text": 3},
        {"output_type": "x"},
    ):
        with pytest.raises((ValueError, KeyError)):
            Outputs().add(forged)


def test_more_than_a_notebook_should_hold_is_refused():
    shown = Outputs()
    megabyte = {"output_type": "stream", "name": "stdout", "text": "x" * (1 << 20)}
    for _ in range(15):
        shown.add(dict(megabyte))
    with pytest.raises(TooMuch):
        shown.add(megabyte)
