"""An article of sixty thousand words holds: on a small screen, in its contents list, for those who can't see it."""

import pytest

from .axe import violations
from .boxes import TOO_WIDE
from .browsers import view
from .pages import page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def narrow(browser):
    with view(browser, width=360) as seen:
        yield seen


@pytest.mark.parametrize("language", ["en", "ur"])
def test_an_endless_article_holds(narrow, language):
    assert len(page("article-endless", language).split()) > 60_000
    narrow.open("article-endless", language)
    assert narrow.page.evaluate(TOO_WIDE) == []
    links = narrow.page.locator(".contents a")
    assert links.count() == 60
    last = links.nth(59).get_attribute("href")
    narrow.page.evaluate("address => { location.hash = address }", last)
    top = narrow.page.locator(f"[id='{last[1:]}']").bounding_box()["y"]
    assert -1 <= top <= 740
    assert violations(narrow) == []
