"""Notebooks that are too alike: copies are found, what everybody has is not held against anyone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmark_helpers.classroom.report.alike import alike, same_texts, tokens
from relmark_helpers.classroom.report.notebooks import Passage, passages

CODE = """fits = {}
for effect, causes in arrows.items():
    rows = scores[[effect, *causes]].dropna()
    matrix = np.column_stack([np.ones(len(rows)), rows[causes].to_numpy(dtype=float)])
    solved, *_ = np.linalg.lstsq(matrix, rows[effect].to_numpy(dtype=float), rcond=None)
    fits |= {f"{cause} -> {effect}": slope for cause, slope in zip(causes, solved[1:], strict=True)}
paths = pd.Series(fits)"""
ENGLISH = (
    "I advise the second programme. It brings most for every hundred thousand yuan in my own case, and its "
    "interval does not reach the first one's. After three years little of the surprise will be left, since "
    "each purchase closes a third of the gap; what stays is the level that customers have come to expect, "
    "and that is the step from basically to truly satisfied. Satisfaction helps, but it is no guarantee."
)
CHINESE = (
    "我建议董事会选择第二个方案。在我的数据里，每投入十万元，它带来的总体满意度提高最多，而且区间不与第一个方案重叠。"
    "三年以后，惊喜大部分会消失，因为每次购买都会缩小期望与绩效之间的差距；留下来的是顾客已经习惯的水平。"
)


def code(source, task="3"):
    return Passage(f"04-{task}-answer", task, "code", source, True)


def text(source, task="11"):
    return Passage(f"04-{task}-answer", task, "text", source, True)


def own_code(seed, lines=12):
    """Code that nobody else writes."""
    luck = random.Random(seed)
    names = [f"{luck.choice('abcdefgh')}{luck.randrange(1000)}" for _ in range(8)]
    return "\n".join(
        f"{luck.choice(names)} = {luck.choice(names)}[{luck.randrange(99)}] + f({luck.choice(names)}, {luck.randrange(999)})"
        for _ in range(lines)
    )


def class_of(students, **more):
    written = {f"s{n:02d}": [code(own_code(n))] for n in range(students)}
    return {student: [*found, *more.get(student, [])] for student, found in written.items()}


def named(pairs):
    return [(pair.one, pair.other) for pair in pairs]


def test_a_copy_with_other_layout_and_comments_is_found_with_its_task_and_passage():
    dressed = CODE.replace("    ", "\t").replace("\n", "  # by me\n").replace("fits = {}", "\n\nfits  =  {}")
    pairs = alike(class_of(20, s03=[code(CODE)], s11=[code(dressed)]), [], "code")
    assert named(pairs) == [("s03", "s11")]
    assert pairs[0].tasks == ("3",)
    assert pairs[0].excerpt.startswith("fits = {}")
    assert "np.linalg.lstsq" in pairs[0].excerpt
    shingles = len(tokens(CODE, "code")) - 9  # runs of ten
    assert pairs[0].shared == shingles


def test_a_copy_in_a_cell_of_ones_own_is_found():
    extra = Passage("my-cell", "3", "code", CODE, False)
    assert named(alike(class_of(20, s03=[code(CODE)], s11=[extra]), [], "code")) == [("s03", "s11")]


def test_an_honest_class_has_no_pairs():
    assert alike(class_of(30), [], "code") == []


@pytest.mark.parametrize("where", ["release", "reference", "many"])
def test_what_everybody_could_have_is_not_held_against_two(where):
    many = {f"s{n:02d}": [code(CODE)] for n in range(5 if where == "many" else 2)}
    known = [] if where == "many" else [Passage("04-3-answer", "3", "code", CODE, where == "release")]
    assert alike(class_of(20, **many), known, "code") == []


def test_three_in_a_class_of_ten_are_still_seen():
    three = {f"s{n:02d}": [code(CODE)] for n in (1, 4, 7)}
    assert named(alike(class_of(10, **three), [], "code")) == [("s01", "s04"), ("s01", "s07"), ("s04", "s07")]


def test_three_shared_lines_are_no_finding_even_where_they_are_all():
    lines = [code("\n".join(CODE.splitlines()[:3]))]
    assert alike(class_of(20) | {"s03": lines, "s11": lines}, [], "code") == []
    assert named(alike(class_of(20) | {"s03": [code(CODE)], "s11": [code(CODE)]}, [], "code")) == [
        ("s03", "s11")
    ]


def test_code_that_is_no_python_is_compared_as_well():
    broken = CODE + "\nfor (((\n%%time\n'''"
    assert named(alike(class_of(10, s01=[code(broken)], s02=[code(broken)]), [], "code")) == [("s01", "s02")]


@pytest.mark.parametrize("essay", [ENGLISH, CHINESE], ids=["English", "Chinese"])
def test_prose_taken_over_in_part_is_found(essay):
    half = essay[: int(len(essay) * 0.8)]
    written = class_of(10, s02=[text(essay)], s05=[text(half + " Trust matters most to me 信任最重要")])
    assert named(alike(written, [], "text")) == [("s02", "s05")]
    assert alike(written, [], "code") == []
    assert same_texts(written, []) == []


@pytest.mark.parametrize("essay", [ENGLISH, CHINESE], ids=["English", "Chinese"])
def test_the_same_text_is_found_whatever_the_class_and_the_layout(essay):
    dressed = essay.upper().replace("，", ", ").replace(". ", ".\n\n")
    written = class_of(8, s01=[text(essay)], s02=[text(dressed)], s03=[text(essay)], s04=[text(essay)])
    found = same_texts(written, [])
    assert [(each.task, each.students) for each in found] == [("11", ("s01", "s02", "s03", "s04"))]
    assert same_texts(written, [Passage("04-11-answer", "11", "text", essay, False)]) == []


def test_short_answers_may_be_the_same():
    assert same_texts({"a": [text("It depends.")], "b": [text("It depends.")]}, []) == []


@given(st.text(), st.sampled_from(["code", "text"]))
def test_anything_can_be_split(source, kind):
    assert all(token.text.strip() for token in tokens(source, kind) if kind == "text")
    assert len(tokens(source, kind)) <= 2 * len(source) + 2


def test_a_class_that_shares_everything_within_the_limit_keeps_its_pairs_and_few_excerpts():
    written = class_of(60)
    for n in range(12):
        written[f"s{n:02d}"] = [code(CODE)]
    pairs = alike(written, [], "code")
    assert len(pairs) == 12 * 11 // 2
    assert sum(bool(pair.excerpt) for pair in pairs) == 50


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"cells": 3}', '{"cells": [3, null, {"cell_type": "code", "source": [1, null]}]}'],
)
def test_damaged_notebooks_are_passed_over(tmp_path, content):
    file = tmp_path / "x.ipynb"
    file.write_text(content)
    assert all(isinstance(each, Passage) for each in passages(file))


def test_a_huge_cell_is_read_in_part(tmp_path):
    file = tmp_path / "x.ipynb"
    file.write_text(
        '{"cells": [{"cell_type": "code", "id": "04-1-a", "source": "%s"}]}' % ("x = 1 + " * 200_000)
    )
    assert [len(each.source) for each in passages(file)] == [200_000]
