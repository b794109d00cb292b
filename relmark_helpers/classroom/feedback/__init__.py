"""Feedback for each student: a page to read on a telephone, offline, with no hidden test in it."""

from __future__ import annotations

from relmark_helpers.classroom.feedback.make import Pages, feedback, make_pages

__all__ = ["Pages", "feedback", "make_pages"]
