"""nbgrader's configuration of this course; `relmark` and plain `nbgrader` commands both read it."""

import os

from relmark_helpers.classroom.preprocessors import grading_steps, release_steps

c = get_config()

c.CourseDirectory.course_id = "relmark"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"

# Change both before every term, and keep the second one to yourself: whoever knows the first can draw any
# learner's case, whoever knows the second can draw the hidden inputs too.
c.RelmarkCourse.case_salt = "meridian-home"
c.RelmarkCourse.hidden_salt = os.environ.get("RELMARK_HIDDEN", "for-development-only")

# The line above a solution assigns None (or a function stands there), so a blank exercise runs through.
c.ClearSolutions.code_stub = {"python": "# Write your answer here."}
c.ClearSolutions.text_stub = "Write your answer here."

c.GenerateAssignment.preprocessors = release_steps()
c.Autograde.autograde_preprocessors = grading_steps()
