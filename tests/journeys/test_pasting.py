"""Pasting from Word and Google Docs, as their clipboards really are. Row I1."""

from pathlib import Path

import pytest

from tests.resting import rest

from .desk import add_block, messages, save

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.together("journeys")]
CLIPBOARD = Path(__file__).parents[1] / "content" / "manuscripts" / "clipboard"

PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "plain words");
  const pasted = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(pasted);
}"""


def paste(desk, running, title, html):
    desk.goto(f"{running.address}/desk/pages/add/articles/articlepage/4/")
    rest(desk)
    desk.fill("[name=title]", title)
    add_block(desk, "Paragraph")
    desk.evaluate(PASTE, html)


def kept(desk):
    """What a draft holds after it was saved: the rich texts of its blocks."""
    save(desk)
    assert "error" not in messages(desk)
    desk.wait_for_selector('[data-contentpath="body"] [contenteditable=true]')
    found = desk.locator('[data-contentpath="body"] [contenteditable=true]')
    return [found.nth(at).inner_text() for at in range(found.count())]


@pytest.mark.parametrize("source", ["word", "google_docs"])
def test_a_page_from_a_word_processor_becomes_blocks(desk, running, source):
    paste(desk, running, f"Pasted from {source}", (CLIPBOARD / f"{source}.html").read_text(encoding="utf-8"))
    desk.wait_for_selector("[role=status] >> text=Pasted: ")
    texts = kept(desk)
    assert any("Ports that share a register lose fewer boxes" in text for text in texts)
    assert "To the yard\nby rail\nTo the quay" in texts
    assert (
        desk.locator('[data-contentpath="body"] input[name$="-value-text"]').first.input_value()
        == "What a register is for"
    )


def test_a_few_words_from_word_stay_in_the_line_and_lose_their_looks(desk, running):
    looks = 'lang=EN-US style="font-family:Arial;mso-ansi-language:EN-US"'
    words = f"<html><!--StartFragment--><span {looks}>Ports <b>lose</b> boxes</span><!--EndFragment--></html>"
    paste(desk, running, "Pasted in a line", words)
    desk.wait_for_selector('[data-contentpath="body"] [contenteditable=true] >> text=boxes')
    assert kept(desk) == ["Ports lose boxes"]
