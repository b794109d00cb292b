"""Each rule of anatomy, broken once in a chapter that is otherwise right."""

import pytest
from sample_course import NAME, change, chapter_cells, code, drop, text, write_notebook

from relmark_helpers.authoring.anatomy import check_chapter
from relmark_helpers.authoring.glossary import check_terms, read_glossary
from relmark_helpers.authoring.pages import read_page
from relmark_helpers.authoring.prose import check_prose
from relmark_helpers.course import Chapter

SATISFACTION = Chapter("04", "satisfaction", "satisfaction", "Satisfaction", "顾客满意")


@pytest.fixture
def path(course):
    return course / "chapters" / f"{NAME}.ipynb"


@pytest.fixture
def findings(course, path):
    def examine(chapter=SATISFACTION):
        assignment = read_page(course / "solutions" / NAME / f"{NAME}.ipynb", course)
        page = read_page(path, course)
        found = check_prose(page, {"oliver1980"}) + check_chapter(page, chapter, assignment)
        return [(finding.cell, finding.says) for finding in found]

    return examine


def test_sample_is_right(findings):
    assert findings() == []


def only(found, cell, words):
    assert len(found) == 1, found
    assert found[0][0] == cell
    assert words in found[0][1]


@pytest.mark.parametrize(
    ("cell", "source", "where", "words"),
    [
        ("ch04-title", "# 4 Satisfaction · 满意\n\nText.", "ch04-title", "# 4 Satisfaction · 顾客满意"),
        ("ch04-set-up", "import pandas as pd", "ch04-set-up", "import relmark_helpers as rm"),
        ("ch04-set-up", "import relmark_helpers as rm\nx = 1", "ch04-set-up", "imports only"),
        ("ch04-question", "## Question\n\nShould it?", "", "no section `## The question`"),
        ("ch04-1-idea", "## 4.4 An idea", "", "no section `## 4.1 …`"),
        ("ch04-2-predict", 'rm.predict("4.1", "What?")', "ch04-2-idea", 'rm.predict("4.2"'),
        ("ch04-quiz", 'rm.quiz("05")', "ch04-self-check", 'rm.quiz("04")'),
        ("ch04-summary", "## Summary\n\n- **4.1** a\n- **4.3** c", "ch04-summary", "outcome 4.2"),
        ("ch04-terms", "## Terms\n\n| English | 中文 |\n|---|---|\n| satisfaction | |", "ch04-terms", "中文"),
        ("ch04-question", "## The question\n\nJust do it.", "ch04-question", "'Just'"),
        ("ch04-question", "## The question\n\n#### Deep", "ch04-question", "jumps from level 2"),
        ("ch04-question", "## The question\n\n![](a.png)", "ch04-question", "alternative text"),
        ("ch04-question", '## The question\n\n<img src="a.png">', "ch04-question", "alternative text"),
        ("ch04-question", "## The question\n\n[nobody1999] says so.", "ch04-question", "[nobody1999]"),
        ("ch04-claim-check", "\n".join(["x = 1"] * 16), "ch04-claim-check", "16 lines"),
        ("ch04-claim-check", 'import pandas as pd\npd.read_csv("a.csv")', "ch04-claim-check", "in line 2"),
        ("ch04-claim-check", 'open("a.txt")', "ch04-claim-check", "reads a file"),
    ],
)
def test_one_thing_broken_is_one_finding(path, findings, cell, source, where, words):
    change(path, cell, source=source)
    only(findings(), where, words)


@pytest.mark.parametrize(
    ("cell", "source"),
    [
        (
            "ch04-question",
            "## The question\n\nAdjust `just` the readjustment, as in\n\n```\n# simply\n![](x)\n```",
        ),
        ("ch04-question", '## The question\n\n<img alt="A map" src="a.png"> ![A map](a.png)'),
        ("ch04-claim-check", "\n".join(["x = 1"] * 15)),
        ("ch04-claim-check", 'rm.load("orders")\nwith open(name) as opened:\n    pass'),
        ("ch04-set-up", "import numpy as np\nimport relmark_helpers as rm\nfrom math import pi"),
    ],
)
def test_what_looks_similar_is_let_pass(path, findings, cell, source):
    change(path, cell, source=source)
    assert findings() == []


def test_outcome_without_task_is_found(course, findings):
    solution = course / "solutions" / NAME / f"{NAME}.ipynb"
    text_before = solution.read_text(encoding="utf-8")
    solution.write_text(text_before.replace("| 4.3 | reader |", "| 4.1 | reader |"), encoding="utf-8")
    only(findings(), "", "outcome 4.3, which no task")


def test_two_outcomes_are_too_few(path, findings):
    change(path, "ch04-outcomes", source="## After this chapter you can …\n\n- **4.1** a\n- **4.2** b")
    only(findings(), "", "promises 2 outcomes")


def test_claim_check_names_its_claims_and_computes(path, findings):
    change(path, "ch04-claim", metadata={})
    only(findings(), "ch04-claim", '"claims"')
    drop(path, "ch04-claim-check")
    assert [words for _, words in findings() if "compute in a cell" in words]


def test_missing_link_to_the_exercise(path, findings):
    change(path, "ch04-reading", source="## Further reading\n\n- [oliver1980]")
    only(findings(), "", f"../exercises/{NAME}/{NAME}.ipynb")


def test_parts_out_of_order(path, findings):
    cells = chapter_cells()
    names = [cell["id"] for cell in cells]
    mistakes = cells.pop(names.index("ch04-mistakes"))
    write_notebook(path, [*cells[:4], mistakes, *cells[4:]])
    only(findings(), "ch04-mistakes", "too early")


def test_long_idea_is_a_warning(course, path):
    change(path, "ch04-1-idea", source="## 4.1 An idea\n\n" + "word " * 171)
    page = read_page(path, course)
    found = check_chapter(page, SATISFACTION, None)
    assert [(finding.cell, finding.level) for finding in found] == [("ch04-1-idea", "warning")]


def test_start_chapter_needs_less(course, path):
    start = Chapter("00", "start_here", "start", "Start here", "从这里开始")
    write_notebook(
        path,
        [
            text("ch00-title", "# 0 Start here · 从这里开始"),
            text("ch00-outcomes", "## After this chapter you can …\n\n- **0.1** run a cell"),
            code("ch00-set-up", "import relmark_helpers as rm"),
            text("ch00-run", "## 0.1 Run a cell"),
            text("ch00-check", "## Self-check"),
            code("ch00-quiz", 'rm.quiz("00")'),
            text("ch00-summary", "## Summary\n\n**0.1** run"),
            text("ch00-terms", "## Terms\n\n| English | 中文 |\n|---|---|\n| cell | 单元 |"),
            text("ch00-end", "[Go](../exercises/00_start_here/00_start_here.ipynb)"),
        ],
    )
    assert check_chapter(read_page(path, course), start, None) == []


def test_terms_agree_with_the_glossary(course, path):
    assert read_glossary(course) is None
    (course / "datasets" / "glossary.csv").write_text(
        "term_en,term_zh,definition_en,concept_refs\n"
        "customer satisfaction (CS),顾客满意(满意度),…,C0-15\ndelight,愉悦,…,\n",
        encoding="utf-8",
    )
    glossary = read_glossary(course)
    table = "## Terms\n\n| English | 中文 |\n|---|---|\n"
    change(
        path,
        "ch04-terms",
        source=table + "| **Customer satisfaction** | 满意度 |\n| Delight | 愉快 |\n| Churn | 流失 |",
    )
    found = check_terms(read_page(path, course), glossary)
    assert [(finding.level, finding.says.split(";")[0]) for finding in found] == [
        ("error", "calls 'Delight' 愉快"),
        ("warning", "has the term 'Churn', which is not in datasets/glossary.csv"),
    ]
