"""docs/instructors.md: its commands exist, its links lead somewhere, its messages are those of the course."""

import ast
import re
import shlex
import subprocess
import textwrap

import pytest
import typer
from nbgrader.apps.nbgraderapp import NbGraderApp
from nbgrader.plugins import BasePlugin
from nbgrader.preprocessors import AssignLatePenalties, Execute
from sample_course import CHECKOUT

from relmark_helpers.classroom.grade.sandbox.ladder import NAMES
from relmark_helpers.classroom.grade.settings import RelmarkCourse, RelmarkGrading
from relmark_helpers.classroom.roster import read_roster
from relmark_helpers.cli import app

GUIDE = CHECKOUT / "docs" / "instructors.md"
TEXT = GUIDE.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^ *```(\w+)\n(.*?)^ *```", TEXT, re.MULTILINE | re.DOTALL)
PROSE = re.sub(r"^ *```.*?^ *```", "", TEXT, flags=re.MULTILINE | re.DOTALL)


def blocks(*languages):
    return [textwrap.dedent(body) for language, body in BLOCKS if language in languages]


def commands(program):
    """Every command line of a program: in blocks of shell, and in code within a sentence."""
    lines = [line.strip() for body in blocks("sh", "powershell") for line in body.splitlines()]
    lines += re.findall(r"`([^`\n]+)`", PROSE)
    found = [shlex.split(line, comments=True) for line in lines if re.match(rf"{program} \S", line)]
    return list(dict.fromkeys(map(tuple, found)))


def headings(text):
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }


@pytest.mark.parametrize("words", commands("relmark"), ids=" ".join)
def test_command_exists_with_these_options(words):
    whole = typer.main.get_command(app)
    name, *rest = words[1:]
    assert name in whole.commands, f"there is no relmark {name}"
    if rest:  # a sentence may just name a command
        # Parses and converts as a call would, and runs nothing.
        whole.commands[name].make_context(name, rest)


def test_every_command_of_an_instructor_is_shown():
    shown = {words[1] for words in commands("relmark")}
    assert shown >= {"release", "collect", "grade", "feedback", "export", "report", "lab", "doctor"}


@pytest.mark.parametrize("words", commands("nbgrader"), ids=" ".join)
def test_command_of_nbgrader_exists(words):
    command = NbGraderApp()
    for word in words[1:]:
        if word in command.subcommands:
            command = command.subcommands[word][0]()
    assert not isinstance(command, NbGraderApp)
    known = {f"--{each}" for each in (*command.flags, *command.aliases)}
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)\s]+)\)", TEXT))))
def test_link_leads_to_a_file_and_a_section(link):
    assert not link.startswith("http")
    file, _, section = link.partition("#")
    target = (GUIDE.parent / file).resolve() if file else GUIDE
    assert target.is_file()
    assert not section or section in headings(target.read_text(encoding="utf-8"))


def test_every_section_is_in_the_table_of_contents():
    contents = TEXT.partition("\n## ")[0]
    asked = set(re.findall(r"\(#([\w-]+)\)", contents))
    assert asked == headings("\n".join(re.findall(r"^## .+$", TEXT, re.MULTILINE)))


def test_settings_exist_with_the_values_told():
    classes = {each.__name__: each for each in (RelmarkCourse, RelmarkGrading, Execute, AssignLatePenalties)}
    told = {}
    for body in blocks("python"):
        for node in ast.parse(body).body:
            if isinstance(node, ast.Assign):
                _, owner, trait = ast.unparse(node.targets[0]).split(".")
                assert trait in classes[owner].class_traits(config=True)
                told[owner, trait] = node.value
    for (owner, trait), value in told.items():
        if owner in ("RelmarkGrading", "Execute"):  # "these are the defaults"
            assert ast.literal_eval(value) == getattr(classes[owner](), trait)
    assert len(told) == 6
    for setting in re.findall(r"`c\.(\w+\.\w+)`", PROSE):
        owner, trait = setting.split(".")
        assert trait in classes[owner].class_traits(config=True)


def test_penalty_takes_a_tenth_for_each_day_that_has_begun():
    (body,) = [body for body in blocks("python") if "BasePlugin" in body]
    space = {}
    exec(body.partition("\n\nc.Assign")[0], space)
    plugin = space["TenPercentADay"]()
    assert isinstance(plugin, BasePlugin)
    late = {1: 8, 86400: 8, 86401: 16, 11 * 86400: 80}
    for seconds, off in late.items():
        assert plugin.late_submission_penalty("ada", 80, seconds) == pytest.approx(off)


def test_class_list_can_be_read(tmp_path):
    (body,) = blocks("csv")
    (tmp_path / "roster.csv").write_text(body, encoding="utf-8")
    roster = read_roster(tmp_path / "roster.csv")
    assert [one.student_id for one in roster.students] == ["alovelace", "bsmith", "wxiaoming"]
    assert roster.named("Ada Lovelace").canvas_id == "340930"


def test_sandboxes_are_those_of_the_ladder_in_its_order():
    table = TEXT.partition("### The sandbox\n")[2].partition("\nBefore the first")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == NAMES


def test_messages_are_what_the_course_says():
    table = TEXT.partition("## When something goes wrong\n")[2].partition("\n## ")[0]
    messages = re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)
    assert len(messages) >= 10
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in (CHECKOUT / "relmark_helpers").rglob("*.py")
    )
    # One text out of neighbouring pieces, every {value} and every gap of the guide as one sign.
    sources = re.sub(r'"\s*\n\s*f?"', "", sources).replace("`", "")
    sources = re.sub(r"\{[^{}]*\}", "…", sources)
    for message in messages:
        said = message.replace("04_satisfaction", "…").replace("nbgrader_config.py", "…")
        said = said.replace("Canvas", "…")
        for part in re.split(r"…|\b\d+\b", said):
            assert part.strip() in sources, f"{message}: nobody says {part!r}"


def test_git_ignores_what_is_told_to_be_private():
    table = TEXT.partition("## Privacy\n")[2].partition("\nGit ignores")[0]
    names = [
        name
        for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE)
        for name in re.findall(r"`(.+?)`", row)
    ]
    names += ["gradebook-backup.db", "marks.csv", "worksheet.csv", "submissions.zip", "pages.zip"]
    assert "report/" in names
    if not (CHECKOUT / ".git").exists():
        pytest.skip("not a checkout")
    for name in names:
        inside = f"{name}file" if name.endswith("/") else name
        done = subprocess.run(["git", "check-ignore", "-q", inside], cwd=CHECKOUT, check=False)
        assert done.returncode == 0, f"git does not ignore {name}"
