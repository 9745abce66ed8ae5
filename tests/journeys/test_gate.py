"""The gate, as editors meet it in a browser: found before publishing, led to the place, let pass by reason. Row I6."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.waiting import status, until

from .desk import choose, messages, save, write

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.together("journeys")]


def test_a_newsletter_form_shown_as_a_shortcode_is_caught_at_its_place_and_passes_by_reason_alone(desk, running):
    write(desk, running, "Join the register", "Join us here: [mc4wp_form] and more.")
    choose(desk, "action-publish")
    assert "Not published: one thing has to be put right first." in messages(desk)
    assert status(f"{running.address}/articles/join-the-register/") == 404
    assert not Axe().run(desk, context=".gate-page").response["violations"]
    gate = desk.url

    desk.click(".gate__place")  # the way to the place, in the editor
    desk.wait_for_selector(".gate-here >> text=[mc4wp_form]")
    assert desk.inner_text(":focus") == "Join us here: [mc4wp_form] and more."

    desk.goto(gate)
    desk.fill("[name=reason]", "The article is about this very mistake.")
    desk.click("text=Publish with this reason")
    until(lambda: status(f"{running.address}/articles/join-the-register/") == 200)


def emptied(desk):
    """Delete what is in the rich text that has the focus; it learns of a selection a little later than the browser."""
    desk.keyboard.press("Control+a")
    desk.keyboard.press("Backspace")
    return not desk.inner_text(":focus").strip()


def test_findings_come_and_go_while_one_writes(desk, running):
    write(desk, running, "Tariffs in brief", "TODO")
    save(desk)
    desk.click("[data-side-panel-toggle=checks]")
    desk.wait_for_selector("[data-gate-panel] >> text=“TODO” holds the place")
    assert desk.inner_text("[data-side-panel-toggle=checks] [data-side-panel-toggle-counter]") == "1"
    assert not Axe().run(desk, context="[data-gate-panel]").response["violations"]
    desk.click(".gate__place")
    desk.wait_for_selector("[contenteditable=true]:focus >> text=TODO")
    until(lambda: emptied(desk))
    desk.keyboard.type("A tariff is a price list.")
    desk.wait_for_selector("[data-gate-panel] >> text=Nothing stands in the way")
