"""`relmark init`: what is laid out, what an update touches, and that an interruption spoils nothing."""

import errno
import json
from pathlib import Path

import pytest
from sample_course import NAME, change, read_cells, text, write_notebook

from relmark_helpers.classroom.release import release
from relmark_helpers.cli import copy
from relmark_helpers.errors import CourseError

CHAPTER = f"chapters/{NAME}.ipynb"
EXERCISE = f"exercises/{NAME}/{NAME}.ipynb"


@pytest.fixture
def published(course, monkeypatch):
    """The small course as it is published, with everything that a learner must not get."""
    (course / "datasets" / "README.md").write_text("# The data\n")
    write_notebook(course / EXERCISE, [text("04-title", "# Assignment 4")])
    monkeypatch.setattr(copy, "material_folder", lambda: course)
    return course


@pytest.fixture
def own(published, tmp_path):
    copy.lay_out(tmp_path / "mine")
    return tmp_path / "mine"


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_learner_gets_the_course_and_nothing_of_the_instructors(own, published):
    laid = files(own)
    assert sorted(laid) == [".relmark/manifest.json", "README.md", CHAPTER, "datasets/README.md", EXERCISE]
    assert laid[CHAPTER] == (published / CHAPTER).read_bytes()


def test_folder_with_something_in_it_is_refused_untouched(published, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("do not lose")
    with pytest.raises(CourseError, match="is not empty"):
        copy.lay_out(tmp_path / "mine")
    assert files(tmp_path / "mine") == {"thesis.txt": b"do not lose"}


def test_file_in_place_of_the_folder_is_refused(published, tmp_path):
    (tmp_path / "mine").write_text("a file")
    with pytest.raises(CourseError, match="is not empty"):
        copy.lay_out(tmp_path / "mine")


def test_empty_folder_is_taken(published, tmp_path):
    (tmp_path / "mine").mkdir()
    assert CHAPTER in copy.lay_out(tmp_path / "mine").new


def test_second_init_points_to_update(own):
    with pytest.raises(CourseError, match="--update"):
        copy.lay_out(own)


def test_full_disk_leaves_nothing(published, tmp_path, monkeypatch):
    write = Path.write_bytes
    written = []

    def full(self, data):
        written.append(self)
        if len(written) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CourseError, match="No space left on device"):
        copy.lay_out(tmp_path / "mine")
    assert len(written) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["course"]


def test_update_without_news_changes_nothing(own):
    before = files(own)
    assert copy.update(own) == copy.Laid()
    assert files(own) == before


def test_unchanged_notebook_is_replaced_also_after_a_run(own, published):
    change(
        own / CHAPTER, "ch04-claim-check", outputs=[{"output_type": "stream", "name": "stdout", "text": "2"}]
    )
    change(own / CHAPTER, "ch04-set-up", execution_count=1, metadata={"trusted": True})
    change(published / CHAPTER, "ch04-question", source="## The question\n\nA better one.")
    assert copy.update(own) == copy.Laid(updated=[CHAPTER])
    assert files(own)[CHAPTER] == (published / CHAPTER).read_bytes()


def test_changed_notebook_is_kept_and_named(own, published):
    change(own / EXERCISE, "04-title", source="# My work")
    theirs = files(own)[EXERCISE]
    assert copy.update(own) == copy.Laid(), "nothing new, nothing to say"
    change(published / EXERCISE, "04-title", source="# Assignment 4, second edition")
    assert copy.update(own) == copy.Laid(kept=[EXERCISE])
    assert files(own)[EXERCISE] == theirs
    assert copy.update(own) == copy.Laid(kept=[EXERCISE]), "and again the next time"


def test_renaming_ones_own_gets_the_new_version(own, published):
    change(own / EXERCISE, "04-title", source="# My work")
    change(published / EXERCISE, "04-title", source="# Second edition")
    (own / EXERCISE).rename(own / "mine.ipynb")
    assert copy.update(own) == copy.Laid(new=[EXERCISE])
    assert read_cells(own / EXERCISE)[0]["source"] == "# Second edition"
    assert read_cells(own / "mine.ipynb")[0]["source"] == "# My work"


def test_update_removes_nothing_and_adds_what_is_new(own, published):
    (published / CHAPTER).rename(published / "chapters" / "05_next.ipynb")
    (own / "notes.txt").write_text("mine")
    assert copy.update(own) == copy.Laid(new=["chapters/05_next.ipynb"])
    assert {CHAPTER, "notes.txt"} <= files(own).keys()


def test_interrupted_update_goes_on(own, published, monkeypatch):
    change(published / CHAPTER, "ch04-question", source="## The question\n\nSecond.")
    change(published / EXERCISE, "04-title", source="# Second edition")
    write = copy._write

    def interrupted(place, content):
        if place.name == Path(EXERCISE).name and "exercises" in place.parts:
            raise KeyboardInterrupt
        write(place, content)

    monkeypatch.setattr(copy, "_write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        copy.update(own)
    monkeypatch.setattr(copy, "_write", write)
    assert copy.update(own) == copy.Laid(updated=[EXERCISE])
    assert copy.update(own) == copy.Laid()


def test_damaged_notebook_of_a_learner_is_kept(own, published):
    (own / EXERCISE).write_text("{ half")
    change(published / EXERCISE, "04-title", source="# Second edition")
    assert copy.update(own).kept == [EXERCISE]


def test_damaged_manifest_is_said(own):
    (own / copy.MANIFEST).write_text("{")
    with pytest.raises(CourseError, match="is damaged"):
        copy.update(own)


def test_manifest_holds_sha256_of_every_file(own):
    manifest = json.loads((own / copy.MANIFEST).read_text())
    assert sorted(manifest["sha256"]) == ["README.md", CHAPTER, "datasets/README.md", EXERCISE]
    assert all(len(digest) == 64 for digest in manifest["sha256"].values())


@pytest.mark.slow
def test_real_release_goes_through(published, tmp_path):
    release(published, NAME)
    copy.lay_out(tmp_path / "mine")
    assert "### BEGIN SOLUTION" not in (tmp_path / "mine" / EXERCISE).read_text(encoding="utf-8")
