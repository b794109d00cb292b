import pytest


@pytest.fixture
def own_course(tmp_path, monkeypatch):
    """A learner's own course folder, as the working folder."""
    (tmp_path / "chapters").mkdir()
    (tmp_path / "exercises").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RELMARK_STUDENT", raising=False)
    monkeypatch.delenv("RELMARK_STATIC", raising=False)
    return tmp_path


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A working folder outside any course."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RELMARK_STUDENT", raising=False)
    monkeypatch.delenv("RELMARK_STATIC", raising=False)
    return tmp_path
