"""Many cases of an assignment, each answered rightly in many forms and wrongly in many ways, in one process."""
