"""Building: every format the same company, a build that is stopped, a full disk, and wrong values."""

from __future__ import annotations

import gc
import json
import random
import re
import signal
import subprocess
import sys
import time
import weakref
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from relmark_helpers.cli import main
from relmark_helpers.company import build as building
from relmark_helpers.company import engine, tables
from relmark_helpers.company.build import build
from relmark_helpers.company.policy import Policy
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.store import connect, load
from relmark_helpers.course import CHECKOUT
from relmark_helpers.errors import CourseError

SMALL: dict[str, Any] = {"customers": 150, "months": 12, "seed": 9}
FORMS = ("csv", "parquet", "duckdb")

# A build in a process of its own, with a checkpoint every second month; it says when it begins.
SCRIPT = """
import sys, os, signal
from pathlib import Path
from relmark_helpers.company import build as b
from relmark_helpers.errors import CourseError
b.MONTHS_HELD = 2
out, form, stop, limit = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
plain, count = Path.replace, 0
def replace(self, target):
    global count
    count += 1
    if count == stop:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(self, target)
Path.replace = replace
if limit:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
print("begun", flush=True)
try:
    b.build(out, customers=150, months=12, seed=9, format=form)
except CourseError as error:
    print(error, flush=True)
print(count, flush=True)
"""


def started(out: Path, form: str, stop: int = 0, limit: int = 0) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", SCRIPT, str(out), form, str(stop), str(limit)]
    return subprocess.Popen(words, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> list[str]:
    out, _ = process.communicate(timeout=120)
    return out.splitlines()


def contents(folder: Path) -> dict[str, Any]:
    """Every file's bytes; of a DuckDB file, whose bytes are no promise, the tables."""
    if (folder / "meridian_home.duckdb").exists():
        assert sorted(path.name for path in folder.iterdir()) == ["datapackage.json", "meridian_home.duckdb"]
        return {name: load(name, company=folder).to_csv() for name in TABLES}
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One company in three formats, built undisturbed."""
    made = {}
    for form in FORMS:
        made[form] = tmp_path_factory.mktemp(form)
        said(started(made[form], form))
    return made


def test_streamed_tables_are_those_made_at_once(whole: dict[str, Path]) -> None:
    expected = tables.tables(engine.months(**SMALL))
    for name in TABLES:
        found = load(name, company=whole["csv"])
        wanted = expected[name].reset_index(drop=True)
        for column in TABLES[name].columns:
            if column.kind == "text":
                wanted[column.name] = wanted[column.name].replace("", None)
                assert found[column.name].isna().tolist() == wanted[column.name].isna().tolist()
        rounded = [each.name for each in TABLES[name].columns if each.kind in ("number", "money")]
        pd.testing.assert_frame_equal(
            found.drop(columns=rounded), wanted.drop(columns=rounded), check_dtype=False
        )
        pd.testing.assert_frame_equal(found[rounded], wanted[rounded], rtol=0, atol=0.00006)


@pytest.mark.parametrize("name", TABLES)
def test_every_format_gives_equal_frames(name: str, whole: dict[str, Path]) -> None:
    expected = load(name, company=whole["csv"])
    for form in ("parquet", "duckdb"):
        pd.testing.assert_frame_equal(load(name, company=whole[form]), expected)
    assert len(load(name, company=whole["duckdb"] / "meridian_home.duckdb")) == len(expected)


def test_the_words_of_csv_files_are_fixed(whole: dict[str, Path]) -> None:
    first = (whole["csv"] / "customers.csv").read_text(encoding="utf-8").splitlines()
    assert first[0] == "customer_id,joined,birth_year,branch_id,crm_segment,channel,referred_by,consent"
    form = r"1,\d{4}-\d\d-\d\d,\d{4},\d+,[a-z_]+,[a-z_]+,,(true|false)"
    assert pd.Series(first[1:2]).str.fullmatch(form).all(), first[1]
    money = pd.read_csv(whole["csv"] / "order_lines.csv", dtype=str)[["price_paid", "discount"]]
    assert money.apply(lambda column: column.str.fullmatch(r"\d+\.\d\d")).all(axis=None)
    numbers = pd.read_csv(whole["csv"] / "truth.csv", dtype=str)["value"]
    assert numbers.str.fullmatch(r"-?\d+\.\d{4}").all()
    assert not (numbers == "-0.0000").any()
    for path in whole["csv"].iterdir():
        assert b"\r" not in path.read_bytes()


def test_the_description_says_what_the_files_are(whole: dict[str, Path]) -> None:
    for form in FORMS:
        package = json.loads((whole[form] / "datapackage.json").read_text(encoding="utf-8"))
        assert package["made_with"] == {**SMALL, "policy": {}, "format": form}
        assert [each["name"] for each in package["resources"]] == list(TABLES)
        for each in package["resources"]:
            file = whole[form] / each["path"]
            assert each["bytes"] == file.stat().st_size
            found = subprocess.run(["sha256sum", file], capture_output=True, text=True, check=True).stdout
            assert each["hash"] == f"sha256:{found.split()[0]}"


def test_how_much_is_held_in_memory_does_not_matter(
    whole: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for months, rows in ((1, 2_000_000), (12, 2_000_000), (12, 100)):
        monkeypatch.setattr(building, "MONTHS_HELD", months)
        monkeypatch.setattr(building, "ROWS_HELD", rows)
        build(tmp_path / "other", **SMALL)
        assert contents(tmp_path / "other") == contents(whole["csv"])


def test_no_more_months_are_held_than_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alive: list[weakref.ref[pd.DataFrame]] = []
    most = 0
    plain = tables.of_month

    def counted(state: Any) -> dict[str, pd.DataFrame]:
        nonlocal most
        gc.collect()
        most = max(most, sum(each() is not None for each in alive))
        made = plain(state)
        alive.append(weakref.ref(made["orders"]))
        return made

    monkeypatch.setattr(building, "MONTHS_HELD", 3)
    monkeypatch.setattr(tables, "of_month", counted)
    build(tmp_path, customers=100, months=18)
    assert len(alive) == 18
    assert most <= 3


def test_a_policy_is_part_of_what_is_built(tmp_path: Path) -> None:
    policy = Policy(contacts=2.0, price=(1.0, 0.9))
    build(tmp_path / "other", customers=100, months=6, policy=policy)
    build(tmp_path / "usual", customers=100, months=6)
    package = json.loads((tmp_path / "other" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["made_with"]["policy"] == {"contacts": 2.0, "price": [1.0, 0.9]}
    more, usual = (len(load("contacts", company=tmp_path / name)) for name in ("other", "usual"))
    assert more > 1.5 * usual


def test_build_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build(tmp_path, customers=100, months=6, progress=lambda done, of: told.append((done, of)))
    steps = 6 + len(TABLES)
    assert told == [(done, steps) for done in range(1, steps + 1)]


@pytest.mark.parametrize("form", FORMS)
def test_a_build_killed_at_any_step_ends_with_the_same_bytes(
    form: str, whole: dict[str, Path], tmp_path: Path
) -> None:
    """Killed before renaming one file or another: parts, checkpoints, and the finished files."""
    steps = int(said(started(tmp_path / "count", form))[-1])
    chosen = {1, 2, steps // 4, steps // 2, steps - 1, steps} if form == "csv" else {steps // 2, steps}
    for stop in sorted(chosen):
        out = tmp_path / f"killed-{stop}"
        killed = started(out, form, stop=stop)
        assert said(killed) == ["begun"]
        assert killed.returncode == -signal.SIGKILL
        assert (out / ".building").is_dir()
        again = said(started(out, form))
        assert (again[0], len(again)) == ("begun", 2), again
        assert contents(out) == contents(whole[form]), stop


def test_a_build_killed_at_random_instants_ends_with_the_same_bytes(
    whole: dict[str, Path], tmp_path: Path
) -> None:
    seed = random.SystemRandom().randrange(10**6)
    instant = random.Random(seed)
    begin = time.monotonic()
    said(started(tmp_path / "timed", "csv"))
    length = time.monotonic() - begin
    out, kills = tmp_path / "out", 0
    while kills < 5:
        process = started(out, "csv")
        time.sleep(instant.uniform(0.2, 1.0) * length)
        process.kill()
        process.communicate()
        kills += 1
    said(started(out, "csv"))
    assert contents(out) == contents(whole["csv"]), f"seed {seed}"


def interrupted(out: Path) -> None:
    process = started(out, "csv", stop=60)
    process.communicate()
    assert process.returncode == -signal.SIGKILL


def test_a_resumed_build_begins_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted(tmp_path / "out")
    done = json.loads((tmp_path / "out" / ".building" / "checkpoint.json").read_text())["month"]
    assert 2 <= done <= 10
    told: list[int] = []
    build(tmp_path / "out", **SMALL, progress=lambda step, of: told.append(step))
    assert told[0] == done + 1


def test_an_unfinished_build_with_other_values_is_named(whole: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    interrupted(out)
    for read in (lambda: load("orders", company=out), lambda: connect(out)):
        with pytest.raises(
            CourseError, match=r"is not finished; run the same `relmark company build` again\.$"
        ):
            read()
    with pytest.raises(CourseError) as caught:
        build(out, customers=200, months=12, seed=8)
    assert str(caught.value) == (
        f"{out} holds an unfinished build with other values (customers 150, seed 9); finish it with those, "
        "or start anew with --again (in Python, again=True)."
    )
    build(out, customers=200, months=12, seed=8, again=True)
    assert len(load("customers", company=out)) >= 200
    interrupted(out)
    file = out / ".building" / "checkpoint.json"
    file.write_text(file.read_text().replace('"course": "', '"course": "0.0.0 '))
    with pytest.raises(CourseError, match="an unfinished build by another version of the course"):
        build(out, **SMALL)
    file.write_text("{")
    with pytest.raises(CourseError, match="is damaged; remove that folder, or start anew with --again"):
        build(out, **SMALL)
    build(out, **SMALL, again=True)
    assert contents(out) == contents(whole["csv"])


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_leaves_the_company_as_it_was(form: str, whole: dict[str, Path], tmp_path: Path) -> None:
    """A limit on the size of files, which the system enforces as it does a full disk."""
    out = tmp_path / "out"
    build(out, customers=100, months=6, seed=1)
    before = files(out)
    cannot = f"Cannot write a company to {out} (File too large); free some space and run the same again"
    kept = "; whatever company was there is as it was."
    assert said(started(out, form, limit=2000))[1] == cannot + kept
    assert not (out / ".building").exists()
    for limit in (60_000, 200_000, 600_000) if form == "duckdb" else (60_000,):
        sentence = said(started(out, form, limit=limit))[1]
        assert re.fullmatch(
            re.escape(cannot) + r", where \.building keeps the first \d+ months" + re.escape(kept), sentence
        )
        assert files(out) == before
        for path in (out / ".building").iterdir():
            assert path.is_file()
            assert not path.name.endswith(".half")
    said(started(out, form))
    assert contents(out) == contents(whole[form])


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_disk_full_from_the_start_leaves_nothing(tmp_path: Path) -> None:
    assert "free some space" in said(started(tmp_path / "new" / "out", "csv", limit=500))[1]
    assert not (tmp_path / "new" / "out").exists()


def test_another_format_takes_the_place_of_the_files_before(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("mine")
    for form in ("csv", "duckdb", "parquet", "csv"):
        build(tmp_path, customers=100, months=6, format=form)
        endings = {path.suffix for path in tmp_path.iterdir()} - {".json"}
        assert endings == {f".{form}", ".csv"}
        assert (tmp_path / "notes.csv").read_text() == "mine"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"customers": 0}, "customers must be a whole number from 100 to 10000000; found 0."),
        ({"months": 241}, "months must be a whole number from 6 to 240; found 241."),
        ({"months": "12"}, "months must be a whole number from 6 to 240; found '12'."),
        ({"seed": -1}, "seed must be a whole number from 0 to 9223372036854775807; found -1."),
        ({"format": "xlsx"}, "There is no format 'xlsx'; choose csv, parquet, duckdb."),
    ],
)
def test_wrong_values_are_refused_before_the_folder_is_touched(
    values: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(CourseError) as caught:
        build(tmp_path / "new", **{"customers": 100, "months": 6, **values})
    assert str(caught.value) == sentence
    assert not (tmp_path / "new").exists()


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(CourseError) as caught:
            build(out, customers=100, months=6)
        assert str(caught.value) == (
            f"Cannot write a company to {out}, for {tmp_path / 'file'} is a file; choose a folder."
        )


def test_without_permission_it_says_so(tmp_path: Path) -> None:
    """In a process that is not root, for root may write everywhere."""
    out = tmp_path / "locked" / "out"
    (tmp_path / "locked").mkdir(mode=0o500)
    script = """
import os, sys
from relmark_helpers.company.build import build
from relmark_helpers.company.store import load
from relmark_helpers.errors import CourseError
import duckdb
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for doing in (lambda: build(sys.argv[1], customers=100, months=6), lambda: load("orders", sys.argv[2])):
    try:
        doing()
    except CourseError as error:
        print(error)
"""
    closed = tmp_path / "closed"
    build(closed, customers=100, months=6)
    closed.chmod(0o000)
    words = [sys.executable, "-c", script, str(out), str(closed)]
    done = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    closed.chmod(0o700)
    writing, reading = done.stdout.splitlines()
    assert (
        writing == f"Cannot write a company to {out} (Permission denied); choose a folder you may write to."
    )
    assert reading.startswith("Cannot read")
    assert reading.endswith("(Permission denied); ask for the right to, or copy it elsewhere.")


def test_the_database_holds_to_its_rules(whole: dict[str, Path], tmp_path: Path) -> None:
    file = tmp_path / "copy.duckdb"
    file.write_bytes((whole["duckdb"] / "meridian_home.duckdb").read_bytes())
    with duckdb.connect(str(file)) as connection:
        for statement in (
            "UPDATE orders SET channel = 'pigeon' WHERE order_id = 1",
            "UPDATE surveys SET trust_1 = 8 WHERE survey_id = 1",
            "UPDATE branches SET city_en = NULL WHERE branch_id = 1",
            "INSERT INTO order_lines VALUES (999999, 1, 1, 1, 1, 0)",
            "INSERT INTO customers SELECT * REPLACE (999999 AS customer_id, 888888 AS referred_by) FROM customers"
            " LIMIT 1",
            "INSERT INTO orders SELECT * FROM orders LIMIT 1",
        ):
            with pytest.raises(duckdb.ConstraintException):
                connection.execute(statement)


def test_the_command_builds_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy = tmp_path / "policy.json"
    policy.write_text('{"remedy": 0.9}')
    words = [
        "company",
        "build",
        "--customers",
        "100",
        "--months",
        "6",
        "--seed",
        "3",
        "--policy",
        str(policy),
    ]
    with pytest.raises(SystemExit) as ended:
        main([*words, "--format", "parquet", "--json", "--out", str(tmp_path / "out")])
    assert not ended.value.code
    assert json.loads(capsys.readouterr().out) == {
        "folder": str(tmp_path / "out"),
        "customers": 100,
        "months": 6,
        "seed": 3,
        "policy": {"remedy": 0.9},
        "format": "parquet",
    }
    assert len(load("orders", company=tmp_path / "out"))
    policy.write_text('{"remedie": 0.9}')
    with pytest.raises(SystemExit) as ended:
        main([*words, "--out", str(tmp_path / "none")])
    assert ended.value.code == 1
    assert "remedie" in capsys.readouterr().err
