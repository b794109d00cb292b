"""What tests of several floors share."""

import pytest
from sample_course import build_course


@pytest.fixture
def course(tmp_path):
    """A small course of one chapter, whole and right, whose exercise is not yet released."""
    folder = tmp_path / "course"
    folder.mkdir()
    return build_course(folder)
