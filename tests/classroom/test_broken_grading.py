"""When grading's own processes break down, or those of a cluster are far away."""

import pytest
from sample_course import NAME, plain_solution_cells, write_notebook

from relmark_helpers.classroom.grade import Wishes, grade
from relmark_helpers.classroom.grade.fanout import Cluster, There, Workshop
from relmark_helpers.classroom.grade.sandbox.ladder import Rung
from relmark_helpers.classroom.grade.work import Outcome
from relmark_helpers.classroom.journal import Event
from relmark_helpers.classroom.release import release

pytestmark = pytest.mark.slow


# nbgrader's own, of any submission that it adds
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_what_grading_itself_broke_on_is_tried_again_by_resume(course, monkeypatch):
    monkeypatch.setenv("RELMARK_HIDDEN", "secret")
    write_notebook(course / "solutions" / NAME / f"{NAME}.ipynb", plain_solution_cells())
    release(course, NAME)
    path = course / "submitted" / "ada" / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes((course / "exercises" / NAME / f"{NAME}.ipynb").read_bytes())
    broken = Outcome(events=[Event("broken", "", "The processes of grading broke down.")])
    with monkeypatch.context() as patch:
        patch.setattr(Workshop, "examine", lambda self, job: broken)
        assert [row.state for row in grade(course, NAME, Wishes(trusted=True)).rows] == ["refused"]
    resumed = Wishes(resume=True, trusted=True)
    assert [(row.state, row.points) for row in grade(course, NAME, resumed).rows] == [("graded", 30.0)]
    assert [row.state for row in grade(course, NAME, resumed).rows] == ["kept"]


def test_cluster_is_joined_without_being_made_the_default():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=None) as there:
        joined = Cluster(there.scheduler_address, There("04", Rung("plain")))
        joined.close()
