import gc
import weakref

import pytest
from samples import Tags, make_explorer

from relmark_helpers import style
from relmark_helpers.errors import CourseError
from relmark_helpers.notebook.explorer import Lever, View, explorer

DEFAULT = {"price": 5, "count": 4, "off": 2, "where": 0}


def move(widget, dragging=False, **positions):
    number = widget.move["number"] + 1
    widget.move = {"number": number, "positions": DEFAULT | positions, "dragging": dragging}
    return widget.reply


def pixels(image):
    """Width of a PNG, from its header."""
    return int.from_bytes(image[16:20], "big")


def test_view_fills_in_defaults():
    seen = []
    sales = make_explorer(seen)
    assert sales.view().says == "Sales are 9.00 CNY."  # 2.5 * 4 * 0.9
    assert sales.view(price=10, where="app").says == "Sales are 36.00 CNY."
    assert seen == [(2.5, 4, 0.1, "shop"), (10.0, 4, 0.1, "app")]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"prise": 1}, "'Sales <of> a day' has no lever 'prise'; its levers are price, count, off, where."),
        ({"price": 11}, "Price (price) goes from 0 to 10; got 11."),
        ({"count": 1.5}, "Pieces sold (count) is a whole number; got 1.5."),
        ({"price": float("nan")}, "Price (price) is a number from 0 to 10; got nan."),
        ({"where": "post"}, "Channel (where) is one of 'shop', 'app'; got 'post'."),
    ],
)
def test_a_wrong_value_is_told_and_nothing_is_drawn(values, says):
    seen = []
    with pytest.raises(CourseError) as error:
        make_explorer(seen).view(**values)
    assert str(error.value) == says
    assert seen == []


def test_levers_and_parameters_must_be_the_same_names():
    with pytest.raises(CourseError, match=r"are half, but its function takes double; make them the same"):

        @explorer(title="T", question="Q?", levers=[Lever("half", "Half", 1, span=(0, 2))])
        def wrong(double):
            raise AssertionError


def test_a_function_that_returns_no_view_is_told():
    made = explorer(title="T", question="Q?", levers=[Lever("half", "Half", 1, span=(0, 2))])(
        lambda half: half
    )
    with pytest.raises(CourseError, match="'T' must return a View; got int"):
        made.view()


def test_the_widget_starts_at_the_defaults():
    widget = make_explorer()()
    assert widget.reply["says"] == "Sales are 9.00 CNY."
    assert widget.reply["positions"] == DEFAULT
    assert widget.reply["size"] == (384, 288)  # 4 x 3 inches, 96 pixels each
    levers = {lever["name"]: lever for lever in widget.declaration["levers"]}
    assert levers["off"]["texts"][levers["off"]["start"]] == "10 %"
    assert levers["price"]["words"][-1] == "10.0 CNY"
    assert levers["where"]["texts"] == ["In the shop", "In the app"]
    assert [lever["slides"] for lever in levers.values()] == [True, True, True, False]


def test_a_move_answers_with_its_number_sentence_and_numbers():
    widget = make_explorer()()
    reply = move(widget, price=20, where=1)
    assert (reply["number"], reply["says"]) == (1, "Sales are 36.00 CNY.")
    assert "problem" not in reply
    cells = Tags(reply["table"])
    assert [text for _, text in cells.all("td")] == ["36"]
    assert [text for attributes, text in cells.all("th") if attributes["scope"] == "row"] == ["app"]


def test_a_dragged_picture_is_quick_and_one_at_rest_is_sharp():
    widget = make_explorer()()
    assert pixels(widget.picture) == 768
    reply = move(widget, dragging=True, price=1)
    assert pixels(widget.picture) == 384
    assert reply["table"] is None  # the page keeps the table it has until the lever rests
    move(widget, price=1)
    assert pixels(widget.picture) == 768


def test_a_move_is_answered_in_one_message(monkeypatch):
    widget = make_explorer()()
    sent = []
    monkeypatch.setattr(widget, "_send", lambda message, buffers=None: sent.append(message))
    widget.set_state({"move": {"number": 1, "positions": DEFAULT | {"price": 1}, "dragging": True}})
    updates = [set(message["state"]) for message in sent if message["method"] == "update"]
    assert updates == [{"reply"}]  # the picture travels beside it, as a buffer
    assert sent[-1]["buffer_paths"] == [["picture"]]


def test_each_message_is_answered_by_itself():
    # The page sends only its latest move once Python is free; Python draws each message it gets, once.
    seen = []
    widget = make_explorer(seen)()
    seen.clear()
    for place in (1, 2, 3):
        move(widget, dragging=True, price=place)
    assert [price for price, *_ in seen] == [0.5, 1.0, 1.5]


@pytest.mark.parametrize(
    ("count", "says"),
    [(9, "Nobody sells nine."), (10, "This could not be drawn (ZeroDivisionError: ten).")],
)
def test_a_mistake_is_a_sentence_and_the_last_picture_stays(count, says, capsys):
    widget = make_explorer()()
    before = widget.picture
    reply = move(widget, count=count)
    assert reply["problem"] == says
    assert "says" not in reply
    assert widget.picture == before
    assert move(widget, count=1)["says"] == "Sales are 2.25 CNY."
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("positions", [{"price": 99}, {"price": None}])
def test_a_position_that_is_none_does_not_kill_the_widget(positions):
    widget = make_explorer()()
    assert "could not be drawn" in move(widget, **positions)["problem"]
    assert move(widget)["says"] == "Sales are 9.00 CNY."


def test_a_broken_default_is_told_at_once():
    @explorer(title="T", question="Q?", levers=[Lever("half", "Half", 1, span=(0, 2))])
    def broken(half):
        raise CourseError("Nothing to halve.")

    with pytest.raises(CourseError, match="Nothing to halve"):
        broken()


def test_no_figure_outlives_its_move():
    figures = []

    @explorer(title="T", question="Q?", levers=[Lever("half", "Half", 1, span=(0, 40))])
    def kept(half):
        figure = style.figure(3, 2)
        figure.subplots().plot([0, half])
        figures.append(weakref.ref(figure))
        return View(figure, f"{half}.")

    widget = kept()
    gc.collect()
    gc.disable()
    try:
        for place in range(20):
            widget.move = {"number": place, "positions": {"half": place}, "dragging": True}
        assert [figure() for figure in figures] == [None] * len(figures)
        assert gc.get_freeze_count() == 0
    finally:
        gc.enable()


def test_the_widget_carries_its_still_form(monkeypatch):
    monkeypatch.delenv("RELMARK_STATIC", raising=False)
    data, _ = make_explorer()()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    check_still(data["text/html"])
    assert data["text/plain"] == "Sales <of> a day. Sales are 9.00 CNY."


def test_static_form_on_purpose(monkeypatch):
    monkeypatch.setenv("RELMARK_STATIC", "1")
    data = make_explorer()()._repr_mimebundle_()
    assert set(data) == {"text/html", "text/plain"}
    check_still(data["text/html"])


def check_still(html):
    tags = Tags(html)
    (image, _) = tags.all("img")[0]
    assert image["alt"] == "Sales are 9.00 CNY."
    assert (image["width"], image["height"]) == ("384", "288")
    assert [text for _, text in tags.all("figcaption")] == ["Sales are 9.00 CNY."]
    assert "Sales <of> a day" in tags.all("strong")[0][1]
    assert "Price: 2.5 CNY; Pieces sold: 4; Discount: 10 %; Channel: In the shop" in tags.all("div")[0][1]
    assert [text for _, text in tags.all("td")] == ["9"]


def test_two_calls_are_two_widgets():
    sales = make_explorer()
    assert sales().model_id != sales().model_id
