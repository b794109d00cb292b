"""What the checks said and which words were chosen, counted."""

import pytest

from relmark_helpers.classroom.journal import Entry, Said
from relmark_helpers.classroom.report.messages import choices, last_said, told
from relmark_helpers.notebook.answers import Named, Number, Word
from relmark_helpers.notebook.check import Check


def heard(key, *answers):
    """Said by student from (outcome, says, given, right)."""
    return {
        key: {
            f"s{n}": Said(key, outcome, says, "", given, right)
            for n, (outcome, says, given, right) in enumerate(answers)
        }
    }


def check_of(kind):
    return Check(kind, right=lambda case: None, hint="")


def test_messages_are_counted_most_frequent_first():
    wrong = ("mistake", "Turn them first.", 1, 2)
    other = ("wrong", "See section 4.2.", 1, 2)
    found = told(
        heard("2", other, wrong, wrong, ("right", "", 2, 2), ("unanswered", "Give it a value.", None, 2))
    )[0]
    assert (found.students, found.right, found.unanswered, found.more) == (5, 1, 1, 0)
    assert found.lines == (("mistake", "Turn them first.", 2), ("wrong", "See section 4.2.", 1))


def test_rare_messages_are_counted_together():
    found = told(heard("2", *[("wrong", f"It stops: {n}.", 1, 2) for n in range(40)]))[0]
    assert len(found.lines) == 12
    assert found.more == 28


def test_the_last_word_of_a_check_run_twice_counts_and_checks_stand_in_order():
    said = (Said("10", "wrong", "", ""), Said("2", "wrong", "", ""), Said("2", "right", "", ""))
    found = told(last_said({"ada": Entry("ada", "04_satisfaction", "", said=said)}))
    assert [each.key for each in found] == ["2", "10"]
    assert found[0].right == 1


def test_where_everybody_has_the_same_right_words_options_are_counted_by_entry():
    right = {"s1": "trust", "s2": "loyalty"}
    answers = [
        ("right", "", {"s1": "trust", "s2": "loyalty"}, right),
        ("wrong", "", {"s1": " Trust ", "s2": "trust"}, right),
        ("kind", "", {"s1": "love", "s2": None}, right),
        ("unanswered", "", None, right),
    ]
    found = choices(heard("10", *answers), {"10": check_of(Named(("s1", "s2"), Word(("trust", "loyalty"))))})[
        0
    ]
    assert found.same
    assert found.columns == ("trust", "loyalty", "(another answer)", "(none)")
    assert found.rows == (("s1", "trust", (2, 0, 1, 1)), ("s2", "loyalty", (1, 1, 0, 2)))


def test_where_right_words_differ_it_is_a_confusion_table():
    answers = [
        ("right", "", {"c1": "yes", "c2": "no"}, {"c1": "yes", "c2": "no"}),
        ("wrong", "", {"c1": "yes", "c2": "no"}, {"c1": "no", "c2": "yes"}),
        ("wrong", "", {"c1": "yes", "c2": "yes"}, {"c1": "no", "c2": "yes"}),
    ]
    found = choices(
        heard("10 testable", *answers), {"10 testable": check_of(Named(("c1", "c2"), Word(("yes", "no"))))}
    )[0]
    assert not found.same
    assert found.columns == ("yes", "no")
    assert found.rows == (("yes", "yes", (2, 1)), ("no", "no", (2, 1)))


@pytest.mark.parametrize("given", ["<script>", 3, True, [1], {"a": 1}, {}])
def test_words_that_were_never_offered_are_one_column(given):
    answers = [("kind", "", given, "product"), ("right", "", "product", "product")]
    found = choices(heard("6 best", *answers), {"6 best": check_of(Word(("product", "benefits")))})[0]
    counts = dict(zip(found.columns, found.rows[0][2], strict=True))
    assert counts["product"] == 1
    assert sum(counts.values()) == 2
    assert not any("script" in column for column in found.columns)


def test_numbers_have_no_options():
    assert choices(heard("8", ("wrong", "", 1.0, 2.0)), {"8": check_of(Number("points"))}) == []
    assert choices(heard("2", ("wrong", "", {"a": 1}, {"a": 2.0})), {}) == []
