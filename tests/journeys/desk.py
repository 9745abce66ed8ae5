"""What an editor does at the desk, click by click."""

from __future__ import annotations

from tests.resting import rest

WORDS = "A lorry that is weighed at one port is weighed again at the next."


def write(desk, running, title, text=WORDS):
    """Write a new article in the first section: a title, a standfirst, a contributor, a paragraph."""
    desk.goto(f"{running.address}/desk/pages/add/articles/articlepage/4/")
    rest(desk)
    desk.fill("[name=title]", title)
    desk.fill("[name=standfirst]", "What two ports would save by weighing a lorry once.")
    name_somebody(desk)
    add_block(desk, "Paragraph")
    desk.keyboard.insert_text(text)  # at once, as from an input method: the editor draws itself anew for each key
    rest(desk)


def name_somebody(desk):
    """The first of all people becomes a contributor."""
    desk.click("#id_contributors-ADD")
    desk.click("[id^=id_contributors-0-person] button:visible")
    name = desk.locator(".modal-body [data-chooser-modal-choice]").first.inner_text().strip()
    desk.click(".modal-body [data-chooser-modal-choice] >> nth=0")
    desk.wait_for_selector(f"#id_contributors-0-person-title >> text={name}")


def add_block(desk, name):
    """A block at the beginning of the body."""
    desk.click('[data-contentpath="body"] button.c-sf-add-button >> nth=0')
    desk.get_by_role("option", name=name).click()
    desk.wait_for_selector('[data-contentpath="body"] [contenteditable=true]:focus')


def save(desk):
    """Save the draft, by the button."""
    _leave(desk, "footer button:has-text('Save draft')")


def choose(desk, action):
    """What an editor chooses from the button at the foot of the page."""
    desk.click("footer [data-w-dropdown-target=toggle]")
    _leave(desk, f"[name={action}]")


def messages(desk):
    """What the desk says at the top of the page."""
    return " ".join(message.inner_text() for message in desk.query_selector_all(".messages li"))


def _leave(desk, button):
    """Press a button and wait for the page after this one. An autosave changes the address without leaving."""
    desk.evaluate("window.before = true")
    desk.click(button)
    desk.wait_for_function("window.before === undefined")
    desk.wait_for_load_state()
