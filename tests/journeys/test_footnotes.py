"""A footnote that is referred to from several texts of a page says the same at all of them. Row A12."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.together("journeys")]

MARKS = "[...document.querySelectorAll('.footnote-mark')].map(mark => mark.dataset.footnotePlain)"
NUMBERS = "[...document.querySelectorAll('.footnote-mark')].map(mark => mark.dataset.number)"


def test_a_note_that_is_changed_at_one_place_is_changed_at_all(desk, running):
    desk.goto(f"{running.address}/desk/pages/4/?q=How+corridors")
    way = desk.get_by_role("link", name="How corridors are costed").first.get_attribute("href")
    address = running.address + re.search(r"/desk/pages/\d+/", way)[0] + "edit/"
    desk.goto(address)
    desk.wait_for_selector(".footnote-mark")
    first, rate, again = desk.evaluate(MARKS)
    assert first == again != rate

    desk.locator(".footnote-mark").first.click()
    desk.get_by_role("button", name="Edit").first.click()
    desk.wait_for_selector("text=It is referred to 2 times; all of them will say the same.")
    desk.locator(".footnote [contenteditable=true]").click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" Asked again in 2023.")
    desk.click(".footnote button[type=submit]")
    desk.wait_for_selector(".footnote", state="detached")
    told = f"{first} Asked again in 2023."
    assert desk.evaluate(MARKS) == [told, rate, told]
    assert desk.evaluate(NUMBERS) == ["1", "2", "1"]

    with desk.expect_navigation():
        desk.click("footer button:has-text('Save draft')")
    desk.goto(address)
    desk.wait_for_selector(".footnote-mark")
    assert desk.evaluate(MARKS) == [told, rate, told]
