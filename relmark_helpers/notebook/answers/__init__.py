"""The kinds of answer a task can want: a number, a word, several of them by name, a table, a function.

Each kind reads an answer into plain values, or says why it cannot; compares two of them within the task's
tolerance; and says where they differ without saying by what.
"""

from relmark_helpers.notebook.answers.function import Function
from relmark_helpers.notebook.answers.kind import Kind, Unfit
from relmark_helpers.notebook.answers.named import Named
from relmark_helpers.notebook.answers.parts import limited_to
from relmark_helpers.notebook.answers.single import Number, Word
from relmark_helpers.notebook.answers.table import Table

__all__ = ["Function", "Kind", "Named", "Number", "Table", "Unfit", "Word", "limited_to"]
