"""What each check of assignment 04 looks for, and what it says of the usual mistakes."""

from __future__ import annotations

from dataclasses import replace

from relmark_helpers.notebook.check import Check
from relmark_helpers.topics.satisfaction.assignment import further_deciding, further_measuring
from relmark_helpers.topics.satisfaction.assignment.checks_of_deciding import DECIDING
from relmark_helpers.topics.satisfaction.assignment.checks_of_measuring import MEASURING

_FURTHER = {**further_measuring.MEASURING, **further_deciding.DECIDING}
CHECKS: dict[str, Check] = {
    task: replace(each, mistakes=(*each.mistakes, *_FURTHER.get(task, ())))
    for task, each in (MEASURING | DECIDING).items()
}
