from __future__ import annotations

import json
from pathlib import Path

import pytest

from relmark_helpers.company.policy import Policy, levers
from relmark_helpers.errors import CourseError


@pytest.mark.parametrize("lever", levers(), ids=lambda lever: lever["name"])
def test_a_lever_out_of_its_range_gets_one_sentence(lever: dict[str, float]) -> None:
    name, low, high = lever["name"], lever["low"], lever["high"]
    for wrong in (low - 1, high + 1, float("nan"), "much", True, None):
        with pytest.raises(CourseError, match=rf"^The lever {name} must .*; found .*\.$"):
            Policy(**{name: wrong})
    assert Policy(**{name: low}).at(1).__dict__[name] == low
    assert Policy(**{name: high}).at(99).__dict__[name] == high


def test_a_wrong_month_is_named() -> None:
    with pytest.raises(CourseError, match=r"price must lie between .*; found 7 for month 3\.$"):
        Policy(price=(1.0, 1.0, 7))
    with pytest.raises(CourseError, match="found an empty list"):
        Policy(price=())


def test_the_last_month_of_a_plan_holds_on() -> None:
    plan = Policy(price=(1.0, 0.9, 0.8))
    assert [plan.at(month).price for month in (1, 2, 3, 4, 40)] == [1.0, 0.9, 0.8, 0.8, 0.8]


@pytest.mark.parametrize("wrong", [(0,), (13,), (1.0,), [1], "1"])
def test_branches_must_be_branches(wrong: object) -> None:
    with pytest.raises(CourseError, match=r"^quality_branches must be branch numbers from 1 to 12; found"):
        Policy(quality_branches=wrong)  # type: ignore[arg-type]


def test_a_policy_file_says_what_differs(tmp_path: Path) -> None:
    policy = Policy(remedy=0.9, price=(1.0, 0.95), quality_branches=(5,))
    assert policy.changes() == {"price": [1.0, 0.95], "remedy": 0.9, "quality_branches": [5]}
    file = tmp_path / "policy.json"
    file.write_text(json.dumps(policy.changes()))
    assert Policy.from_file(file) == policy
    assert Policy().changes() == {}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"remdy": 0.9}', "There is no lever 'remdy'; did you mean 'remedy'?"),
        ('{"xyz": 1}', "There is no lever 'xyz'; the levers are online_ads,"),
        ("[1, 2]", "must hold an object"),
        ("{remedy: 1}", "is not readable JSON"),
        ('{"remedy": "all"}', "The lever remedy must be a number; found 'all'."),
    ],
)
def test_a_wrong_policy_file_gets_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "policy.json"
    file.write_text(text)
    with pytest.raises(CourseError) as caught:
        Policy.from_file(file)
    assert sentence in str(caught.value)
