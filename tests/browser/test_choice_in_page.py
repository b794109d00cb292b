"""Predictions and quizzes by keyboard alone."""

from playwright.sync_api import expect


def test_a_prediction_is_made_by_keyboard_and_shown_again_further_down(page):
    group = page.get_by_role("group", name="Which lever moves most?")
    radios = group.get_by_role("radio")
    said = group.get_by_role("status").text_content()
    radios.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(radios.nth(2)).to_be_focused()
    expect(radios.nth(2)).not_to_be_checked()
    expect(group.get_by_role("status")).to_have_text(said)  # going there answers nothing
    page.keyboard.press("Space")
    expect(radios.nth(2)).to_be_checked()
    expect(group.get_by_role("status")).to_have_text("Kept.")
    expect(page.get_by_text("You predicted: Channel")).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You predicted: Discount")).to_be_visible()


def test_a_quiz_explains_by_keyboard_and_counts(page):
    quiz = page.get_by_role("group", name="Self-check: Satisfaction")
    question = quiz.locator("fieldset").first
    radios = question.get_by_role("radio")
    radios.first.focus()
    explained = [""]
    for place in range(radios.count()):
        page.keyboard.press("Space")
        expect(radios.nth(place)).to_be_checked()
        expect(question.get_by_role("status")).not_to_have_text(explained[-1])
        explained.append(question.get_by_role("status").text_content())
        page.keyboard.press("ArrowDown")
    assert [text.startswith("✓ Right. ") for text in explained[1:]].count(True) == 1
    expect(quiz.locator(".relmark-status")).to_contain_text("right so far.")
    assert page.locator(".jp-CodeCell").count() == 7
