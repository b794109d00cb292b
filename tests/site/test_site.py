"""The site as a whole: links, explorers without a kernel, terms and sources; and that nothing is built twice."""

import csv
import itertools
import json
import re
from functools import cache
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from sample_course import CHECKOUT

import relmark_helpers as rm
from relmark_helpers.course import CHAPTERS

pytestmark = pytest.mark.slow
WITH_CHINESE = re.compile(
    r"\*\*([^*]+)\*\* \(([^)]*[\u4e00-\u9fff][^)]*)\)"
)  # as a chapter introduces a term
KEY = re.compile(r"\[([a-z]+\d{4}[a-z]?)\]")
chapters = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda each: each.number)


@cache
def read(file):
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


@cache
def places(file):
    return {element["id"] for element in read(file).select("[id]")}


def pages(site):
    return sorted(file for file in site.rglob("*.html") if "_static" not in file.parts)


def cells(chapter, kind):
    notebook = json.loads((CHECKOUT / "chapters" / f"{chapter.name}.ipynb").read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == kind]


def glossary():
    with (CHECKOUT / "datasets" / "glossary.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_every_page_is_there(site):
    names = {file.relative_to(site).with_suffix("").as_posix() for file in pages(site)}
    finished = {f"chapters/{each.name}" for each in CHAPTERS}
    finished |= {f"exercises/{each.name}/{each.name}" for each in CHAPTERS} | {
        f"api/{each.number}_{each.topic}" for each in CHAPTERS
    }
    others = (
        "index exercises glossary references datasets/README datasets/tables api/rm api/company api/notebook"
    )
    guides = "README CONTRIBUTING docs/instructors docs/company docs/explorers docs/scale search"
    assert finished | set(others.split()) | set(guides.split()) <= names


def test_every_link_leads_somewhere(site):
    broken = []
    for file in pages(site):
        for element in read(file).select("[href], [src]"):
            parts = urlsplit(element.get("href") or element.get("src"))
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            anchor = unquote(parts.fragment)
            if not target.is_file():
                broken.append((file.name, parts.geturl(), "no such file"))
            elif anchor and target.suffix == ".html" and anchor not in places(target):
                broken.append((file.name, parts.geturl(), "no such place"))
    assert broken == []


def test_nothing_is_taken_from_outside(site):
    outside = [
        (file.name, str(element)[:120])
        for file in pages(site)
        for element in read(file).select("[src], link[href]")
        if urlsplit(element.get("src") or element.get("href")).netloc
    ]
    assert outside == []


@chapters
def test_every_explorer_has_its_picture_sentence_and_numbers(site, chapter):
    names = re.findall(r"^rm\.(\w+)\.(explore_\w+)\(\)", "\n".join(cells(chapter, "code")), re.MULTILINE)
    shown = read(site / "chapters" / f"{chapter.name}.html")
    assert names
    for topic, name in names:
        explorer = getattr(getattr(rm, topic), name)
        group = shown.find(attrs={"role": "group", "aria-label": explorer.title})
        picture, says, numbers = group.find("img"), group.find("figcaption"), group.find("table")
        assert picture["src"].startswith("data:image/png;base64,")
        assert picture["alt"] == says.get_text() == explorer.view().says
        assert numbers.find("caption").get_text()
        assert len(numbers.select("tbody tr th[scope=row]")) > 0


@chapters
def test_every_cell_that_shows_something_was_executed(site, chapter):
    shown = read(site / "chapters" / f"{chapter.name}.html")
    quiz = re.search(r'rm\.quiz\("\d+"\)', "\n".join(cells(chapter, "code")))
    assert (shown.find("summary", string="The answers, explained") is not None) == (quiz is not None)
    assert len(shown.select(".cell_output img[alt]")) > 2
    assert shown.select(".cell_output img:not([alt])") == []
    assert "Traceback" not in shown.get_text()


@chapters
def test_terms_are_linked_where_the_chapter_introduces_them(site, chapter):
    terms = read(site / "glossary.html").find("dl", class_="glossary").find_all("dt", id=True)
    known = {re.sub(r"\s*\(.*?\)|#$", "", each.get_text()).lower(): each["id"] for each in terms}
    introduced = [
        term.lower() for cell in cells(chapter, "markdown") for term, _ in WITH_CHINESE.findall(cell)
    ]
    wanted = {known[term] for term in introduced if term in known}
    assert len(wanted) >= 5
    links = read(site / "chapters" / f"{chapter.name}.html").select("a[href^='../glossary.html#term-']")
    linked = [link["href"].split("#")[1] for link in links]
    assert wanted - {link["href"].split("#")[1] for link in links if link.find_parent("strong")} == set()
    assert len(linked) == len(set(linked))  # at the first use and nowhere else


def test_the_glossary_holds_every_term_in_both_languages(site):
    shown = read(site / "glossary.html").find("dl", class_="glossary")
    entries = [
        (term.get_text().rstrip("#"), term.find_next_sibling("dd")) for term in shown.find_all("dt", id=True)
    ]
    found = {term: says.find(attrs={"lang": "zh"}) for term, says in entries}
    assert len(entries) == len(glossary()) > 200
    for row in glossary():
        assert found[row["term_en"]] is not None, row["term_en"]
        assert row["definition_en"][:40] in dict(entries)[row["term_en"]].get_text()


@chapters
def test_sources_are_linked_to_the_references(site, chapter):
    keys = set(KEY.findall("\n".join(cells(chapter, "markdown"))))
    shown = read(site / "chapters" / f"{chapter.name}.html")
    linked = {
        link["href"].split("#source-")[1] for link in shown.select("a[href*='references.html#source-']")
    }
    assert linked == keys


def test_tables_say_every_column(site):
    from relmark_helpers.company.schema import TABLES

    shown = read(site / "datasets" / "tables.html")
    for name, table in TABLES.items():
        rows = shown.find("section", id=name.replace("_", "-")) or shown.find("section", id=name)
        said = {row.find("td").get_text(): row.get_text() for row in rows.select("tbody tr")}
        assert list(said) == [column.name for column in table.columns]
        assert all(
            column.unit in said[column.name] and column.meaning[:20] in said[column.name]
            for column in table.columns
        )


@chapters
def test_every_function_of_a_topic_is_on_its_page(site, chapter):
    model = getattr(rm, chapter.topic).model
    functions = [
        name for name in getattr(model, "__all__", dir(model)) if name[0].islower() and name[0] != "_"
    ]
    anchors = [
        each["id"].rpartition(".")[2]
        for each in read(site / "api" / f"{chapter.number}_{chapter.topic}.html").select("dt[id]")
    ]
    own = [
        name
        for name in functions
        if getattr(getattr(model, name), "__module__", "").startswith(
            f"relmark_helpers.topics.{chapter.topic}."
        )
    ]
    assert own
    assert set(own) - set(anchors) == set()


def test_chapters_lead_to_the_next_and_back(site):
    for before, after in itertools.pairwise(CHAPTERS):
        there = read(site / "chapters" / f"{before.name}.html").find("a", class_="right-next")
        back = read(site / "chapters" / f"{after.name}.html").find("a", class_="left-prev")
        assert (there["href"], back["href"]) == (f"{after.name}.html", f"{before.name}.html")


def test_exercises_say_how_they_are_done_and_hold_no_solution(site):
    for each in CHAPTERS:
        shown = read(site / "exercises" / each.name / f"{each.name}.html")
        assert shown.select_one(".admonition a[href='../../exercises.html']").get_text() == "how to do it"
        assert "BEGIN SOLUTION" not in shown.get_text()
        assert "BEGIN HIDDEN TESTS" not in shown.get_text()


def test_a_second_build_reads_and_executes_nothing(built_again):
    assert "0 added, 0 changed, 0 removed" in built_again
    assert "Execut" not in built_again
