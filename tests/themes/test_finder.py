"""The page of experts in a reader's browser: people first on a phone, all ways at once on a wide screen. Row C4."""

import pytest

from .browsers import view


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ur"])
def test_c4_a_phone_shows_people_first_and_unfolds_the_ways_to_them_without_scripts(browser, language):
    with view(browser, width=390, height=844, java_script_enabled=False) as seen:
        seen.open("experts", language)
        way, person = seen.page.locator(".finder__list a").first, seen.page.locator(".expert__name").first
        assert not way.is_visible() and person.bounding_box()["y"] < 844
        seen.page.locator(".finder__fold > summary").click()
        assert way.is_visible()


@pytest.mark.browser
def test_c4_a_wide_screen_shows_all_ways_at_once(browser):
    with view(browser, width=1280) as seen:
        seen.open("experts", "en")
        assert seen.page.locator(".finder__list a").first.is_visible()
        assert not seen.page.locator(".finder__fold > summary").is_visible()
        seen.page.locator(".finder__list a").first.focus()
        assert seen.page.evaluate("document.activeElement.matches('.finder__list a')")
