"""Answers as plain data on their way from a student's process to the judge's: no code, no class, no pickle."""

from relmark_helpers.classroom.grade.values.pack import pack, too_large
from relmark_helpers.classroom.grade.values.reader import Damaged
from relmark_helpers.classroom.grade.values.unpack import unpack

__all__ = ["Damaged", "pack", "too_large", "unpack"]
