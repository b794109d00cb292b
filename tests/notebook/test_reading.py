"""What tools hand over is read, and what is none of it is refused in a sentence that says how to mend it."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import polars
import pytest

from relmark_helpers.notebook.answers import Function, Named, Number, Table, Unfit, Word

YUAN = Number("yuan", 0.01)
ANSWER = Word(["resolved quickly", "no"])
NAMED = Named(["low", "high"], YUAN)
TABLE = Table(["a", "b"], 0.01, row="member")
LABELLED = pd.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]}, index=[105, 103])


@pytest.mark.parametrize(
    "two",
    [
        *(2, np.int8(2), np.array(2), np.array([[2]]), Decimal(2), Fraction(2), pd.Series([2], index=["x"])),
        *(pd.Series([2], dtype="Int64"), polars.Series([2]), polars.DataFrame({"a": [2]})["a"]),
        *(pd.Series([Decimal(2)]), np.float32(2)),
    ],
)
def test_a_number_comes_in_many_forms(two):
    assert YUAN.read(two) == 2.0
    assert NAMED.read({" LOW": two, "high": 1}) == {"low": 2.0, "high": 1.0}


@pytest.mark.parametrize(
    ("kind", "answer", "says"),
    [
        (YUAN, "6000", "The answer is one number (yuan); this is text: take the quotes away."),
        (YUAN, "a lot", "The answer is one number (yuan); this is text."),
        (YUAN, np.bool_(True), "The answer is one number (yuan); this is True or False."),
        (YUAN, pd.NA, "The answer is NaN: a missing value went through the calculation."),
        (YUAN, Decimal("NaN"), "The answer is NaN: a missing value went through the calculation."),
        (YUAN, pd.DataFrame({"a": [1]}), "… this is a table with one value: take it out with .iloc[0, 0]."),
        (YUAN, polars.DataFrame({"a": [1]}), "… this is a table with one value: take it out with .item()."),
        (YUAN, 2 + 1j, "The answer is one number (yuan); this is a complex."),
        (ANSWER, True, "… this is True or False: write the word."),
        (ANSWER, ["no"], "… this is a list: give the word alone."),
        (ANSWER, pd.Series(["no"]), "… this is a Series: give the word alone."),
        (NAMED, pd.DataFrame({"low": [1], "high": [2]}), "… a table of one row: take it out with .iloc[0]."),
        (NAMED, polars.DataFrame({"low": [1], "high": [2]}), "… take it out with .row(0, named=True)."),
        (NAMED, polars.Series([1, 2]), "… this is a polars Series, which has no names."),
        (NAMED, pd.Series([1, 2]), "… 2 of 2 are missing. The names are 'low', 'high'."),
        (
            TABLE,
            LABELLED.astype(str),
            "The column 'a' must hold numbers; it holds text; turn it into numbers …",
        ),
        (TABLE, LABELLED > 2, "The column 'a' must hold numbers; it holds True or False."),
        (
            TABLE,
            pd.concat([LABELLED, LABELLED], axis=1),
            "2 columns are called 'a'; keep the one that is meant.",
        ),
        (TABLE, LABELLED.set_index("a"), "'a' is in the index; make it a column with .reset_index()."),
        (TABLE, LABELLED.T, "The table lies on its side: 'a' is a row of it; turn it round with .T."),
        (Table(["a"]), LABELLED["a"], "… this is a Series: turn it into a table with .to_frame('a')."),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_remedy(kind, answer, says):
    with pytest.raises(Unfit) as told:
        kind.read(answer)
    first, _, last = says.partition("…")
    assert told.value.says.startswith(first)
    assert told.value.says.endswith(last) or not last


@pytest.mark.parametrize("word", ["resolved quickly", " Resolved  Quickly\n", np.str_("RESOLVED QUICKLY")])
def test_words_are_blind_to_what_is_not_meant(word):
    assert ANSWER.read(word) == "resolved quickly"


@pytest.mark.parametrize("dtype", ["int64", "Int64", "int32", "float64", object, "category"])
def test_labels_of_any_dtype_are_the_same_labels(dtype):
    answer = LABELLED.iloc[::-1].set_axis(pd.Index([103, 105], dtype=dtype))[["b", "a"]].assign(more="x")
    assert TABLE.same(TABLE.read(answer), TABLE.read(LABELLED))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (
            LABELLED.rename(index={105: 999}),
            "The table needs 2 rows, one for each member; its index holds 103, 105.",
        ),
        (
            LABELLED.iloc[:1],
            "The table needs 2 rows, one for each member, and has 1; its index holds 103, 105. 103",
        ),
        (
            LABELLED.rename_axis("customer_id").reset_index(),
            "The table needs 2 rows, one for each member, known by the index; put your column 'customer_id' there",
        ),
    ],
)
def test_wrong_rows_are_told_with_the_labels_wanted(answer, says):
    given, wanted = TABLE.read(answer), TABLE.read(LABELLED)
    assert not TABLE.same(given, wanted)
    assert TABLE.where_wrong(given, wanted).startswith(says)


def test_a_polars_table_is_read_by_the_order_of_its_rows():
    plain = LABELLED.reset_index(drop=True)
    answer = polars.DataFrame({"b": [3, 4], "a": [1, 2]})
    assert TABLE.same(TABLE.read(answer), TABLE.read(plain))


def test_a_function_says_what_it_returned_that_is_no_answer():
    with pytest.raises(Unfit) as told:
        Function(((1,),), YUAN).read(str)
    assert told.value.says.startswith(
        "Called with (1) your function does not return what it should. The answer"
    )
    with pytest.raises(Unfit):
        Function(((1,),), YUAN).read(lambda x: exit())
