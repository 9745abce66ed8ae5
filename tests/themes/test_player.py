"""Recordings in a reader's browser: nobody is asked before the click, and then the one that was named. Row E5."""

import pytest

from communique.press.headers import policy

from . import serving
from .browsers import view

HOST = "https://www.youtube-nocookie.com"


@pytest.mark.browser
def test_e5_nothing_is_asked_before_the_click_and_one_host_after_it(browser, monkeypatch):
    monkeypatch.setattr(serving, "POLICY", policy([HOST]))
    with view(browser, width=1280) as seen:
        seen.open("article", "en")
        assert seen.foreign == [] and seen.page.locator("iframe").count() == 0
        seen.page.get_by_role("button", name="Play it here").first.click()
        frame = seen.page.locator("iframe.player__frame")
        assert frame.get_attribute("title") and seen.page.evaluate("document.activeElement.tagName") == "IFRAME"
        seen.page.wait_for_timeout(200)
        assert [address.split("/embed")[0] for address in seen.foreign] == [HOST]


@pytest.mark.browser
def test_e5_without_scripts_there_is_the_link(browser):
    with view(browser, width=360, java_script_enabled=False) as seen:
        seen.open("article", "ur")
        assert seen.page.locator(".player a").first.get_attribute("href").startswith("https://www.youtube.com/")
        assert seen.page.locator(".player button").count() == 0
