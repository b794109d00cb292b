"""Students who handed in the same file are found, also where its code is the reference's."""

from relmark_helpers.classroom.report.same_files import same_files

NAME = "04_satisfaction"


def hand_in(course, student, content):
    path = course / "submitted" / student / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return path


def test_the_same_file_of_two_is_found_and_the_untouched_exercise_is_everybodys(tmp_path):
    exercise = tmp_path / "exercises" / NAME / f"{NAME}.ipynb"
    exercise.parent.mkdir(parents=True)
    exercise.write_bytes(b"as released")
    contents = {"ada": b"one", "bo": b"two", "di": b"one", "ed": b"as released", "fay": b"as released"}
    for student, content in contents.items():
        hand_in(tmp_path, student, content)
    link = tmp_path / "submitted" / "gus" / NAME
    link.mkdir(parents=True)
    (link / f"{NAME}.ipynb").symlink_to(tmp_path / "submitted" / "bo" / NAME / f"{NAME}.ipynb")
    assert same_files(tmp_path, NAME, [*contents, "gus", "nobody"]) == [("ada", "di")]
