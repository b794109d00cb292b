from __future__ import annotations

import hashlib
import importlib.metadata
import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import frictionless
import pandas as pd
import pytest
from company_figures import with_figures

from relmark_helpers.company import folder as company_folder
from relmark_helpers.company.build import build
from relmark_helpers.company.folder import sha256
from relmark_helpers.company.schema import TABLES
from relmark_helpers.company.store import connect, load
from relmark_helpers.course import CHECKOUT, material_folder
from relmark_helpers.errors import CourseError

DATASETS = material_folder() / "datasets"
FILES = ["datapackage.json", *(f"{name}.csv" for name in TABLES)]


def other_versions() -> str:
    """Say how numpy and pandas differ from the pinned ones, or nothing."""
    file = CHECKOUT / "constraints.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    pinned = dict(line.split("==") for line in lines if "==" in line)
    here = {name: importlib.metadata.version(name) for name in ("numpy", "pandas", "duckdb")}
    differ = [
        f"{name} is {at}, not {pinned[name]}" for name, at in here.items() if pinned.get(name, at) != at
    ]
    return (
        "bytes are only promised for the versions in constraints.txt: " + "; ".join(differ) if differ else ""
    )


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("company")
    build(folder)
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    build(tmp_path / "small", customers=150, months=6, seed=9)
    return tmp_path / "small"


@pytest.mark.skipif(bool(other_versions()), reason=other_versions())
@pytest.mark.parametrize("name", FILES)
def test_the_committed_company_can_be_made_again_to_the_byte(name: str, again: Path) -> None:
    assert (again / name).read_bytes() == (DATASETS / name).read_bytes()


@pytest.mark.parametrize("table", TABLES)
def test_under_any_versions_the_same_company_comes_out(table: str, again: Path) -> None:
    made, committed = load(table, company=again), load(table)
    assert len(made) == pytest.approx(len(committed), rel=0.05)
    means, expected = (frame.select_dtypes("number").mean().astype(float) for frame in (made, committed))
    assert means.to_dict() == pytest.approx(expected.to_dict(), rel=0.05, abs=0.05)


def test_files_have_unix_line_ends_and_stay_small() -> None:
    for name in FILES:
        assert b"\r" not in (DATASETS / name).read_bytes()
    assert sum((DATASETS / name).stat().st_size for name in FILES) < 12_000_000


def test_another_seed_makes_another_company(small: Path, tmp_path: Path) -> None:
    build(tmp_path / "same", customers=150, months=6, seed=9)
    build(tmp_path / "other", customers=150, months=6, seed=10)
    orders = [
        (folder / "orders.csv").read_bytes() for folder in (small, tmp_path / "same", tmp_path / "other")
    ]
    assert orders[0] == orders[1] != orders[2]


@pytest.mark.filterwarnings("ignore")  # of the libraries frictionless stands on
def test_the_data_package_is_valid() -> None:
    report = frictionless.validate(str(DATASETS / "datapackage.json"))
    assert report.valid, report.flatten(["title", "note", "message"])[:5]
    assert len(report.tasks) == len(TABLES)


@pytest.mark.filterwarnings("ignore")
def test_validation_sees_a_broken_foreign_key(small: Path) -> None:
    file = small / "orders.csv"
    lines = file.read_text().splitlines()
    lines[1] = lines[1].replace(",", ",9999", 1)
    file.write_text("\n".join(lines) + "\n")
    report = frictionless.validate(str(small / "datapackage.json"))
    found = {error.type for task in report.tasks for error in task.errors}
    assert found == {"foreign-key", "hash-count", "byte-count"}, "and that the file is another one"


def test_questions_have_their_wording_in_both_languages() -> None:
    package = json.loads((DATASETS / "datapackage.json").read_text(encoding="utf-8"))
    surveys = next(each for each in package["resources"] if each["name"] == "surveys")
    questions = [each for each in surveys["schema"]["fields"] if "description_zh" in each]
    assert len(questions) == 27 + 4 + 3
    assert [each["name"] for each in questions if each.get("reversed")] == [
        "expectations_congruency_3",
        "trust_3",
    ]


def test_loaded_columns_have_their_types(committed: dict[str, pd.DataFrame]) -> None:
    customers, surveys = committed["customers"], committed["surveys"]
    assert str(customers["joined"].dtype) == "datetime64[ns]"
    assert customers["crm_segment"].cat.categories[0] == "value_seeker"
    assert str(customers["referred_by"].dtype) == "Int64"
    assert customers["consent"].dtype == bool
    assert {str(kind) for kind in surveys.filter(regex=r"_\d$").dtypes} == {"Int8"}
    assert committed["order_lines"]["price_paid"].dtype == "float64"
    assert committed["branches"]["city_zh"][0] == "杭州"


def test_each_load_is_a_table_of_its_own() -> None:
    mine = load("branches")
    mine["city_en"] = "Shanghai"
    assert load("branches").loc[0, "city_en"] == "Hangzhou"


@pytest.mark.parametrize("table", TABLES)
def test_the_database_holds_the_same_tables(table: str, committed: dict[str, pd.DataFrame]) -> None:
    with connect() as connection:
        frame = connection.execute(f"SELECT * FROM {table}").df()
    assert list(frame.columns) == list(committed[table].columns)
    assert len(frame) == len(committed[table])
    numbers = committed[table].select_dtypes("number").columns
    sums = frame[numbers].astype(float).sum().to_dict()
    assert sums == pytest.approx(committed[table][numbers].astype(float).sum().to_dict())


def test_the_database_has_keys_and_comments() -> None:
    with connect() as connection:
        keys = connection.execute(
            "SELECT table_name, constraint_type, count(*) FROM duckdb_constraints()"
            " WHERE constraint_type LIKE '%KEY' GROUP BY ALL"
        ).fetchall()
        comments = dict(
            connection.execute(
                "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'surveys' AND NOT internal"
            ).fetchall()
        )
    assert ("orders", "FOREIGN KEY", 2) in keys
    assert ("customers", "FOREIGN KEY", 2) in keys, "one to itself: who sent the customer"
    assert ("surveys", "FOREIGN KEY", 3) in keys
    assert ("order_lines", "PRIMARY KEY", 1) in keys
    assert all(comments.values())
    assert "8 - answer" in comments["trust_3"]


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE mine (a INTEGER)", "INSERT INTO branches SELECT * FROM branches", "DROP TABLE surveys",
     "UPDATE orders SET branch_id = 1", "DELETE FROM surveys"],
)  # fmt: skip
def test_the_database_cannot_be_changed(statement: str) -> None:
    with connect() as connection, pytest.raises(duckdb.Error, match="read-only"):
        connection.execute(statement)


def test_connecting_leaves_no_file_behind(small: Path) -> None:
    before = sorted(small.rglob("*"))
    connect(small).close()
    assert sorted(small.rglob("*")) == before
    script = (
        "import duckdb, sys; from relmark_helpers.company.store import connect; c = connect();"
        "print(c.execute('SELECT path FROM duckdb_databases() WHERE path IS NOT NULL').fetchall()[0][0])"
    )
    made = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    file = Path(made.stdout.strip())
    assert file.name == "meridian_home.duckdb"
    assert not file.parent.exists()


def test_a_company_made_anew_is_connected_to_anew(small: Path) -> None:
    with connect(small) as connection:
        before = connection.execute("SELECT sum(customer_id) FROM orders").fetchall()
    build(small, customers=150, months=6, seed=10)
    with connect(small) as connection:
        assert connection.execute("SELECT sum(customer_id) FROM orders").fetchall() != before


def test_duckdb_is_not_needed_before_connecting() -> None:
    script = (
        "import relmark_helpers.company.store as s, sys; s.load('orders'); print('duckdb' in sys.modules)"
    )
    made = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert made.stdout == "False\n"


def test_without_duckdb_the_way_to_get_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(CourseError) as caught:
        connect()
    assert str(caught.value) == (
        "rm.connect needs DuckDB, which is not installed here; install it with `pip install duckdb`, "
        'or use rm.load("orders") and the like.'
    )


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(CourseError) as caught:
        load("order")
    assert str(caught.value) == f"There is no table 'order'; the tables are {', '.join(TABLES)}."
    assert str(caught.value).startswith("There is no table 'order'; the tables are branches, customers,")


@pytest.mark.parametrize("read", [lambda folder: load("orders", company=folder), connect])
def test_a_folder_that_is_no_company_is_named(read, small: Path) -> None:  # type: ignore[no-untyped-def]
    again = "make one with `relmark company build --out FOLDER`."
    with pytest.raises(CourseError) as caught:
        read(small / "nowhere")
    assert str(caught.value) == f"There is no company in {small / 'nowhere'}, for it is not a folder; {again}"
    (small / "surveys.csv").unlink()
    with pytest.raises(CourseError) as caught:
        read(str(small))
    assert str(caught.value) == f"The company in {small} is not whole (surveys.csv missing); {again}"


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-400])


def wrong_word(file: Path) -> None:
    file.write_text(file.read_text().replace(",store\n", ",shop\n", 1))


def no_number(file: Path) -> None:
    file.write_text(file.read_text().replace("\n1,", "\none,", 1))


def other_columns(file: Path) -> None:
    file.write_text(file.read_text().replace("branch_id", "branch", 1))


def no_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00" * 50)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def sealed(folder: Path, table: str) -> None:
    """Write into the description that the table's file is as it was made: only reading it tells now."""
    file = folder / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    for each in package["resources"]:
        if each["name"] == table:
            path = folder / each["path"]
            each["bytes"], each["hash"] = path.stat().st_size, f"sha256:{sha256(path)}"
    file.write_text(json.dumps(package), encoding="utf-8")


@pytest.mark.parametrize("harm", [cut, wrong_word, no_number, other_columns, no_text, empty])
def test_a_table_altered_by_hand_is_named_with_its_checksums(harm, small: Path) -> None:  # type: ignore[no-untyped-def]
    file = small / "orders.csv"
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    harm(file)
    after = hashlib.sha256(file.read_bytes()).hexdigest()
    for read in (lambda: load("orders", company=small), lambda: connect(small)):
        with pytest.raises(CourseError) as caught:
            read()
        assert str(caught.value) == (
            f"{file} has been altered since it was made (checksum {before[:8]} expected, {after[:8]} found); "
            "make the company again with `relmark company build --out FOLDER`, "
            "or install the course again if it is the course's own."
        )
    assert len(load("branches", company=small)) == 12, "other tables are as they were"


def test_of_large_files_the_size_is_looked_at(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(company_folder, "HASHED", 1000)
    file = small / "orders.csv"
    size = file.stat().st_size
    file.write_text(file.read_text().replace(",2022-01-", ",2022-02-", 1))
    assert len(load("orders", company=small)), "as long as before: taken as it is"
    cut(file)
    with pytest.raises(CourseError, match=rf"\({size:,} bytes expected, {size - 400:,} found\); make the"):
        load("orders", company=small)


@pytest.mark.parametrize("harm", [cut, wrong_word, no_number, other_columns, no_text, empty])
def test_a_damaged_table_is_named(harm, small: Path) -> None:  # type: ignore[no-untyped-def]
    file = small / "orders.csv"
    harm(file)
    sealed(small, "orders")
    with pytest.raises(CourseError) as caught:
        load("orders", company=small)
    assert str(caught.value) == (
        f"{file} is damaged; make the company again with `relmark company build --out FOLDER`, "
        "or install the course again if it is the course's own."
    )


@pytest.mark.parametrize("harm", [cut, wrong_word, no_number, no_text, empty])
def test_a_damaged_table_is_not_connected_to(harm, small: Path) -> None:  # type: ignore[no-untyped-def]
    harm(small / "orders.csv")
    sealed(small, "orders")
    with pytest.raises(CourseError, match=r"orders\.csv is damaged; make the company again"):
        connect(small)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"resources": [{"name": "orders"}]}'])
def test_a_damaged_description_is_named(text: str, small: Path) -> None:
    (small / "datapackage.json").write_text(text)
    with pytest.raises(CourseError, match=r"datapackage\.json is damaged"):
        load("orders", company=small)


def test_a_company_can_be_copied(small: Path, tmp_path: Path) -> None:
    shutil.copytree(small, tmp_path / "copy")
    assert load("surveys", company=tmp_path / "copy").equals(load("surveys", company=str(small)))


def test_the_figures_of_the_data_card_are_those_of_the_tables(committed: dict[str, pd.DataFrame]) -> None:
    text = (DATASETS / "README.md").read_text(encoding="utf-8")
    again = "renew them: PYTHONPATH=. python tests/company/company_figures.py"
    assert with_figures(text, committed) == text, again
