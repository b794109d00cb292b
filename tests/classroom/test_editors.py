"""What editors do to a notebook changes no mark: each variant hands the judge the values of the untouched one.

The students' cells run here as plain Python, for it is the reading that is tried out.
"""

import ast
import json
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import MagicMock

import nbformat
import pytest

from relmark_helpers.classroom.grade.intake import steps, take_in
from relmark_helpers.classroom.grade.magics import as_python
from relmark_helpers.classroom.grade.plan import plan_of
from relmark_helpers.classroom.grade.reading import plain
from relmark_helpers.classroom.grade.submission import Submission

COURSE = Path(__file__).parents[2]
NAME = "00_start_here"
ANSWERS = {
    "00-1-answer": "after_run_all = 11\nskills = {'s1': 'a'}",
    "00-2-answer": "highest_mean = 22.5",
    "00-3-answer": "buyers = 33\nmay_write = 34",
    "00-4-answer": "alone = 44",
}
WRITTEN = "07-11-answer"
VIEW = "Keeping is not always cheaper; five per cent of the churn is not five points."


def released(name):
    notebook = json.loads((COURSE / "exercises" / name / f"{name}.ipynb").read_text(encoding="utf-8"))
    for raw in notebook["cells"]:
        raw["source"] = "".join(raw["source"])
    return notebook


def planned(name):
    solution = json.loads((COURSE / "solutions" / name / f"{name}.ipynb").read_text(encoding="utf-8"))
    sources = {}
    for raw in solution["cells"]:
        marks = raw["metadata"].get("nbgrader", {})
        if marks:
            source = "".join(raw["source"])
            sources[marks["grade_id"]] = SimpleNamespace(source=source, locked=marks["locked"], checksum="")
    return plan_of(name, released(name), sources)


@pytest.fixture(scope="module")
def plan():
    return planned(NAME)


@pytest.fixture(scope="module")
def lifetime():
    return planned("07_loyalty_economics")


@pytest.fixture
def notebook():
    made = released(NAME)
    for raw in made["cells"]:
        raw["source"] = ANSWERS.get(raw["id"], raw["source"])
    return made


def judged(plan, notebook):
    """The values that each test would be given, by its name, and which checks the judge runs."""
    intake = take_in(plan, Submission("ada", plan.assignment, json.dumps(notebook).encode()))
    assert intake.refused == ""
    space, given, checks = {"get_ipython": MagicMock()}, {}, []
    for step in steps(plan, intake.cells):
        if step.by == "judge":
            if "-check" in step.name:
                checks.append(step.name)
            else:
                given[step.name] = {name: space.get(name) for name in step.names}
            continue
        try:
            body = ast.parse(as_python(step.source)).body
        except SyntaxError:
            continue
        for each in body:
            try:
                exec(compile(ast.Module([each], []), step.name, "exec"), space)
            except Exception:
                break
    return given, checks, intake


def cell(notebook, name):
    return next(raw for raw in notebook["cells"] if raw.get("id") == name)


def place(notebook, name):
    return notebook["cells"].index(cell(notebook, name))


def own(source, **more):
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    } | more


def no_ids(notebook):
    notebook["nbformat_minor"] = 4
    for raw in notebook["cells"]:
        raw.pop("id", None)


def no_metadata(notebook):
    for raw in notebook["cells"]:
        raw["metadata"] = {}


def stripped(notebook):
    no_ids(notebook)
    no_metadata(notebook)


def below(*lines):
    def change(notebook):
        for number, name in enumerate(ANSWERS):
            cell(notebook, name)["source"] = lines[number % len(lines)] + "\n" + ANSWERS[name]
        stripped(notebook)

    return change


def timed(notebook):
    for raw in notebook["cells"]:
        if any(raw["source"] in answer for answer in ANSWERS.values()):
            raw["source"] = "%%time\n" + raw["source"]


def windows_ends(notebook):
    for raw in notebook["cells"]:
        raw["source"] = raw["source"].replace("\n", "\r\n")


def trailing(notebook):
    for raw in notebook["cells"]:
        raw["source"] = "\n".join(line + "  " for line in raw["source"].split("\n")) + "\n\n"


def joined(first, second):
    def change(notebook):
        cell(notebook, first)["source"] += "\n" + ANSWERS[second]
        del notebook["cells"][place(notebook, second)]

    return change


def split(name, keep):
    def change(notebook):
        first, second = ANSWERS[name].split("\n")
        cell(notebook, name)["source"] = first
        marks = cell(notebook, name)["metadata"] if keep else {}
        notebook["cells"].insert(place(notebook, name) + 1, own(second, metadata=deepcopy(marks)))

    return change


def beside_the_blank(notebook):
    for name, source in ANSWERS.items():
        cell(notebook, name)["source"] = next(
            "".join(raw["source"]) for raw in released(NAME)["cells"] if raw["id"] == name
        )
        notebook["cells"].insert(place(notebook, name) + 1, own(source))


def own_cells(notebook):
    for name, source in ANSWERS.items():
        notebook["cells"][place(notebook, name)] = own(source, id=f"own-{name}")


def answers_only(notebook):
    notebook["cells"] = [cell(notebook, "00-setup"), *(own(source) for source in ANSWERS.values())]


def colab(notebook):
    no_ids(notebook)
    notebook["metadata"] |= {"colab": {"provenance": []}}
    for number, raw in enumerate(notebook["cells"]):
        raw["metadata"] = {"id": f"x{number}", "colab": {"base_uri": "…"}, "outputId": "1"}


def of(**metadata):
    def change(notebook):
        no_ids(notebook)
        for raw in notebook["cells"]:
            raw["metadata"] = dict(metadata)

    return change


def vscode(notebook):
    for raw in notebook["cells"]:
        raw["metadata"] |= {"vscode": {"languageId": "python"}}
    notebook["metadata"] = {"language_info": {"name": "python"}}


def jupytext(notebook):
    """As a script and back: texts lose their last line ends, cells their ids and outputs."""
    no_ids(notebook)
    for raw in notebook["cells"]:
        raw["metadata"] = {}
        raw["source"] = raw["source"].strip("\n")
    notebook["metadata"]["jupytext"] = {"text_representation": {"extension": ".py"}}


def both(*changes):
    def change(notebook):
        for each in changes:
            each(notebook)

    return change


def new_ids(notebook):
    for number, raw in enumerate(notebook["cells"]):
        raw["id"] = f"n{number}"


def odd_outputs(notebook):
    for raw in notebook["cells"]:
        if raw["cell_type"] == "code":
            raw["outputs"] = {"text": 3} if raw["id"] != "00-setup" else [{"output_type": "pyout"}, 7]
            raw["execution_count"] = "many"


def nbformat_3(notebook):
    old = nbformat.convert(nbformat.from_dict(notebook), 3)
    notebook.clear()
    notebook.update(json.loads(json.dumps(old)))


def with_scratch(notebook):
    stripped(notebook)
    notebook["cells"].append(own("alone_again = 1\nother = alone_again"))


def drop(*kinds):
    def change(notebook):
        notebook["cells"] = [raw for raw in notebook["cells"] if not any(kind in raw["id"] for kind in kinds)]

    return change


VARIANTS = {
    "no ids": no_ids,
    "no metadata": no_metadata,
    "neither": stripped,
    "new ids": new_ids,
    "new ids, no metadata": both(no_metadata, new_ids),
    "timed, stripped": below("%%time"),
    "magics, stripped": below("%matplotlib inline", "%%capture out", "!ls", "files = !ls"),
    "more magics, stripped": below(
        "%%timeit -n1", "%load_ext autoreload\n%autoreload 2", "?len", "%%time\n%%capture"
    ),
    "windows ends": windows_ends,
    "windows ends, stripped": both(windows_ends, stripped),
    "blanks at line ends": trailing,
    "blanks at line ends, stripped": both(trailing, stripped),
    "joined": joined("00-1-answer", "00-2-answer"),
    "joined upwards, stripped": both(joined("00-3-answer", "00-4-answer"), stripped),
    "joined far": joined("00-1-answer", "00-4-answer"),
    "split, both marked": split("00-3-answer", True),
    "split, one marked": split("00-3-answer", False),
    "split, stripped": both(split("00-3-answer", False), stripped),
    "split, timed, stripped": both(split("00-1-answer", False), timed, stripped),
    "own cells": own_cells,
    "own cells, stripped": both(own_cells, stripped),
    "own beside the blank, stripped": both(beside_the_blank, stripped),
    "answers only": answers_only,
    "colab": colab,
    "kaggle": of(_uuid="1", _cell_guid="2", trusted=True),
    "deepnote": of(cell_id="a", deepnote_cell_type="code"),
    "databricks": of(**{"application/vnd.databricks.v1+cell": {"title": ""}}),
    "vs code": vscode,
    "jupytext": jupytext,
    "odd outputs": odd_outputs,
    "nbformat 3": nbformat_3,
    "nbformat 3, stripped": both(no_metadata, nbformat_3),
    "scratch behind, stripped": with_scratch,
    "no prompts": drop("-prompt"),
    "no prompts, stripped": both(drop("-prompt"), stripped),
    "no checks, stripped": both(drop("-check"), stripped),
    "no tests": drop("-test"),
    "no tests, no prompts, stripped": both(drop("-test", "-prompt", "situations"), stripped),
}
UNSAID = (
    "no ids",
    "new ids",
    "windows ends",
    "blanks at line ends",
    "split, one marked",
    "vs code",
    "odd outputs",
)


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_editors_do_changes_no_mark(plan, notebook, variant):
    expected, checks, _ = judged(plan, deepcopy(notebook))
    assert expected["00-3-test-consent"]["may_write"] == 34
    VARIANTS[variant](notebook)
    given, judged_checks, intake = judged(plan, notebook)
    assert given == expected
    if "check" not in variant and "only" not in variant:
        assert judged_checks == checks, "a check that lost its id is judged all the same"
    assert bool(intake.repairs) == (
        (variant not in UNSAID and not variant.startswith("no prompts")) or "stripped" in variant
    )


def test_a_cell_of_ones_own_under_a_test_s_id_is_no_test(plan, notebook):
    notebook["cells"].insert(0, own("print('mine')", id="00-4-test"))
    _, _, intake = judged(plan, notebook)
    (mine,) = (raw for raw in intake.cells if raw["source"] == "print('mine')")
    assert mine["id"] != "00-4-test"
    assert [step.by for step in steps(plan, intake.cells) if "mine" in step.source] == ["student"]


def test_a_changed_question_and_a_cell_below_are_read_as_the_answer(lifetime):
    def written(change):
        made = released("07_loyalty_economics")
        change(made)
        _, _, intake = judged(lifetime, made)
        found = next(
            raw for raw in intake.cells if raw["metadata"].get("nbgrader", {}).get("grade_id") == WRITTEN
        )
        return found["source"], [each for each in intake.repairs if "written answer" in each]

    def under(kind, source, at=1):
        def change(made):
            made["cells"].insert(place(made, WRITTEN) + at, own(source, cell_type=kind))

        return change

    def question(made):
        cell(made, "07-11-prompt")["source"] += f"\n\n{VIEW}"

    def same_line(made):
        cell(made, "07-11-prompt")["source"] += f" {VIEW}"

    def emptied(made):
        cell(made, WRITTEN)["source"] = "  \n"

    def halves(made):
        half = deepcopy(cell(made, WRITTEN))
        cell(made, WRITTEN)["source"] = VIEW[:37]
        made["cells"].insert(place(made, WRITTEN) + 1, half | {"source": VIEW[37:], "id": "half"})

    elsewhere = {
        "below": under("markdown", VIEW),
        "above": under("markdown", VIEW, 0),
        "raw": under("raw", VIEW),
        "comment": under("code", f"# {VIEW}"),
        "text": under("code", f'"""{VIEW}"""'),
        "no code": under("code", VIEW),
        "question": question,
        "same line": same_line,
        "emptied": lambda made: (emptied(made), under("markdown", VIEW)(made)),
        "stripped": lambda made: (under("markdown", VIEW)(made), stripped(made)),
    }
    for name, change in elsewhere.items():
        source, told = written(change)
        assert (name, source.strip('"')) == (name, VIEW)
        assert len(told) == 1 or name == "stripped"
    blank = "Write your answer here."
    for name, change in {
        "untouched": lambda made: None,
        "emptied": emptied,
        "code": under("code", "x = 1\nprint(x)"),
        "stripped": stripped,
    }.items():
        assert (name, *written(change)) == (name, blank, [])
    source, _ = written(halves)
    assert (VIEW[:37].strip() in source, VIEW[37:].strip() in source) == (True, True)


def test_a_notebook_that_belongs_elsewhere_is_refused_in_one_sentence(plan):
    def refused(notebook):
        return take_in(plan, Submission("ada", NAME, json.dumps(notebook).encode())).refused

    other = released("07_loyalty_economics")
    assert refused(other) == "This is assignment 07 (Loyalty economics), filed under 00."
    stripped(other)
    assert refused(other).startswith(
        'Nothing in this notebook belongs to 00_start_here. It begins with "# Assignment 7'
    )
    for chapter, number in (("00_start_here", "00"), ("04_satisfaction", "04")):
        read = json.loads((COURSE / "chapters" / f"{chapter}.ipynb").read_text(encoding="utf-8"))
        assert refused(read).startswith(f"This is the notebook of chapter {number} (")
    foreign = {"cells": [own("import torch"), own("# \x1b[2Jhomework")]}
    assert (
        refused(foreign)
        == 'Nothing in this notebook belongs to 00_start_here. It begins with "import torch".'
    )


def test_nothing_of_a_submission_is_told_raw(plan, notebook):
    notebook["metadata"]["kernelspec"] = {"language": "\x1b[2JR\u202e"}
    notebook["cells"].append(own("1", metadata={"nbgrader": {"grade_id": "\x1b]0;x\x07\n04-1-test"}}))
    told = take_in(plan, Submission("ada", NAME, json.dumps(notebook).encode(), notes=("left out: \x1b[8m",)))
    assert len(told.repairs) == 3
    assert all(each.isprintable() for each in told.repairs)
    assert plain("Müller, 赵敏") == "Müller, 赵敏"
