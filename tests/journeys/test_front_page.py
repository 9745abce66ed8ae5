"""The front page in an editor's hands: slots are moved by keyboard, and readers find them in the new order. Row C7."""

from __future__ import annotations

import re

import pytest

from tests.resting import rest

from .desk import choose, messages

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.together("journeys")]

HOME = 3
IN_ORDER = """() => {
  const told = (name) => [...document.querySelectorAll("input")].filter((one) => name.test(one.name));
  const order = new Map(told(/^slots-\\d+-order$/).map((one) => [one.name.split("-")[1], Number(one.value)]));
  return told(/^slots-\\d+-type$/)
    .sort((one, other) => order.get(one.name.split("-")[1]) - order.get(other.name.split("-")[1]))
    .map((one) => one.value);
}"""


def test_c7_a_slot_is_moved_by_keyboard_and_readers_find_it_there(desk, reader, running):
    desk.goto(f"{running.address}/desk/pages/{HOME}/edit/")
    rest(desk)
    assert desk.evaluate(IN_ORDER)[:2] == ["lead", "row"]
    desk.locator('[data-contentpath="slots"] button[title="Move down"]').first.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_function(f"({IN_ORDER})()[0] === 'row'")
    choose(desk, "action-publish")
    assert re.search(r"Live at", messages(desk))
    page = reader.request.get(running.address).text()
    assert page.index("Where to begin") < page.index("slot__lead") < page.index("Newest")
