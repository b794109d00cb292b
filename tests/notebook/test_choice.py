import gc
import sys
import types

import pytest
from samples import Tags

import relmark_helpers.topics
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook import progress
from relmark_helpers.notebook.predict import predict
from relmark_helpers.notebook.quiz import Option, Question, quiz

ASKS = "Which moves <most>?"
OPTIONS = ["Price", "Service & care"]
QUESTIONS = (
    Question(
        "sum",
        "What is 1 + 1?",
        (Option("2", True, "It is."), Option("3", False, "One too many."), Option("1", False, "Too few.")),
        "4.1",
    ),
    Question(
        "sky", "What <colour>?", (Option("Green", False, "Leaves."), Option("Blue", True, "Air.")), "4.2"
    ),
)


@pytest.fixture
def two_questions(monkeypatch):
    """Chapter 04 with a self-check of two questions."""
    module = types.ModuleType("relmark_helpers.topics.satisfaction.selfcheck")
    module.QUESTIONS = QUESTIONS
    monkeypatch.setitem(sys.modules, module.__name__, module)


def choose(widget, key, place):
    """What the page sends when a radio button is chosen."""
    widget.set_state({"chosen": dict(widget.chosen) | {key: place}})


def test_a_prediction_is_kept_at_once_and_shown_again(own_course, capsys):
    widget = predict("4.2", ASKS, options=OPTIONS)
    assert (widget.chosen, widget.replies) == ({}, {"4.2": ""})
    choose(widget, "4.2", 1)
    assert widget.replies == {"4.2": "Kept."}
    assert progress.recall("prediction", "4.2") == "Service & care"
    again = predict("4.2", ASKS, options=OPTIONS)
    assert again.chosen == {"4.2": 1}
    assert again.replies == {"4.2": "You predicted this earlier; you can change it."}
    assert predict("4.2").status == "You predicted: Service & care"
    choose(again, "4.2", 0)
    assert progress.recall("prediction", "4.2") == "Price"
    assert len(progress.records()) == 2
    assert capsys.readouterr() == ("", "")


def test_showing_a_prediction_again_follows_later_changes(own_course):
    shown = predict("4.2")
    assert shown.status == "You have made no prediction here yet."
    widget = predict("4.2", ASKS, options=OPTIONS)
    choose(widget, "4.2", 0)
    assert shown.status == "You predicted: Price"
    assert predict("4.3").status == "You have made no prediction here yet."
    del shown
    gc.collect()


def test_an_option_that_is_gone_is_not_chosen(own_course):
    progress.remember("prediction", "4.2", "Weather")
    assert predict("4.2", ASKS, options=OPTIONS).chosen == {}


@pytest.mark.parametrize(
    "given", [{"question": ASKS}, {"question": ASKS, "options": ["One"]}, {"question": ASKS, "options": ["A", "A"]},
              {"options": OPTIONS}, {"question": "", "options": OPTIONS}],
)  # fmt: skip
def test_a_prediction_needs_a_question_and_two_options(own_course, given):
    with pytest.raises(
        CourseError, match=r"Prediction 4.2 needs a question and two or more different options"
    ):
        predict("4.2", **given)


def test_a_prediction_outside_a_course_says_that_it_is_not_kept(nowhere, capsys):
    widget = predict("4.2", ASKS, options=OPTIONS)
    choose(widget, "4.2", 0)
    assert widget.replies == {"4.2": "Not kept: this notebook is not in a course folder."}
    assert capsys.readouterr() == ("", "")


def test_a_quiz_explains_every_choice_and_counts(own_course, two_questions, capsys):
    widget = quiz("04")
    assert widget.status == "0 of 2 right so far."
    choose(widget, "sum", 1)
    assert widget.replies == {"sum": "✗ Not right. One too many.", "sky": ""}
    choose(widget, "sky", 1)
    assert widget.replies["sky"] == "✓ Right. Air."
    assert widget.status == "1 of 2 right so far."
    choose(widget, "sum", 0)
    assert (widget.replies["sum"], widget.status) == ("✓ Right. It is.", "2 of 2 right so far.")
    records = progress.records()
    assert list(zip(records["key"], records["value"], strict=True)) == [
        ("04/sum", "3"), ("04/sky", "Blue"), ("04/sum", "2")]  # fmt: skip
    assert capsys.readouterr() == ("", "")


def test_a_quiz_is_restored(own_course, two_questions):
    choose(quiz("04"), "sky", 0)
    widget = quiz(4)
    assert widget.chosen == {"sky": 0}
    assert widget.replies == {"sum": "", "sky": "✗ Not right. Leaves."}
    assert widget.status == "0 of 2 right so far."
    assert len(progress.records()) == 1  # restoring is no new answer


def test_a_quiz_outside_a_course_works_and_says_so(nowhere, two_questions):
    widget = quiz("04")
    choose(widget, "sum", 0)
    assert widget.replies["sum"] == "✓ Right. It is."
    assert widget.status == "1 of 2 right so far. Not kept: this notebook is not in a course folder."


def test_an_unknown_chapter_or_one_without_a_self_check_is_told(own_course, monkeypatch):
    with pytest.raises(CourseError, match="There is no chapter '99'"):
        quiz("99")
    monkeypatch.setattr(relmark_helpers.topics, "__path__", [])
    for name in [name for name in sys.modules if name.startswith("relmark_helpers.topics.satisfaction")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(CourseError, match=r"Chapter 04 has no self-check\."):
        quiz("04")


@pytest.mark.parametrize("rights", [(False, False), (True, True)])
def test_a_question_has_exactly_one_right_option(rights):
    with pytest.raises(CourseError, match="exactly one"):
        Question(
            "k", "?", tuple(Option(str(number), right, "") for number, right in enumerate(rights)), "4.1"
        )


def test_options_of_a_question_read_differently():
    with pytest.raises(CourseError, match="read the same"):
        Question("k", "?", (Option("A", True, ""), Option("A", False, "")), "4.1")


@pytest.mark.parametrize("static", [False, True])
def test_the_still_form_of_a_quiz_has_questions_options_and_explanations(
    own_course, two_questions, monkeypatch, static
):
    if static:
        monkeypatch.setenv("RELMARK_STATIC", "1")
    bundle = quiz("04")._repr_mimebundle_()
    data = bundle if static else bundle[0]
    assert ("application/vnd.jupyter.widget-view+json" in data) is not static
    tags = Tags(data["text/html"])
    assert [text for _, text in tags.all("p")] == [
        "Self-check: Satisfaction",
        "What is 1 + 1?",
        "What <colour>?",
    ]
    items = [text for _, text in tags.all("li")]
    assert items[:6] == [
        "2",
        "3",
        "1",
        "2 ✓ Right. It is.",
        "3 ✗ Not right. One too many.",
        "1 ✗ Not right. Too few.",
    ]
    assert len(tags.all("details")) == 2


def test_the_still_form_of_a_prediction(own_course, monkeypatch):
    monkeypatch.setenv("RELMARK_STATIC", "1")
    tags = Tags(predict("4.2", ASKS, options=OPTIONS)._repr_mimebundle_()["text/html"])
    assert [text for _, text in tags.all("p")] == ["Predict 4.2", ASKS]
    assert [text for _, text in tags.all("li")] == OPTIONS
    progress.remember("prediction", "4.2", "<b>")
    assert predict("4.2")._repr_mimebundle_()["text/html"] == "<p>You predicted: &lt;b&gt;</p>"
